#!/usr/bin/env bash
# Puts each index template of a folder, creates its index if it is not there, and puts new fields into the mappings of indices that
# are: templates.sh ADDRESS FOLDER. Can be repeated. Ends with 1 where something was refused, after trying the others.
set -euo pipefail

address="$1"
folder="$2"

# Sends standard input. curl -f would keep the reason of a refusal to itself.
put() {
  local answer
  answer="$(curl -sS -X PUT -H 'Content-Type: application/json' --data-binary @- -w '\n%{http_code}' "$address/$1")"
  if [[ "${answer##*$'\n'}" != 2?? ]]; then
    echo "templates.sh: Elasticsearch refuses $1: ${answer%$'\n'*}" >&2
    return 1
  fi
  echo "$1: ${answer%$'\n'*}"
}

exists() {
  curl -fsS -o /dev/null -I "$address/$1" 2>/dev/null
}

# The mappings of a template. The image has nothing that reads JSON, and the files are indented alike, which a test checks.
mappings() {
  local line inside=''
  while IFS= read -r line; do
    case "$line" in
      '    "mappings": {') inside=1; echo '{' ;;
      '    }'*) [[ -z "$inside" ]] || { echo '}'; return; } ;;
      *) [[ -z "$inside" ]] || echo "$line" ;;
    esac
  done <"$1"
  echo "templates.sh: $1 has no mappings" >&2
  return 1
}

prepare() {
  local name
  name="$(basename "$1" .json)"
  put "_index_template/$name" <"$1" || return
  exists "$name" || put "$name" </dev/null || return
  mappings "$1" | put "$name*/_mapping"
}

refused=0
for file in "$folder"/*.json; do
  prepare "$file" || refused=1
done
exit "$refused"
