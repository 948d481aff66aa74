#!/usr/bin/env bash
# Creates the topics that are not there: topics.sh BOOTSTRAP_SERVER STREAMS_JSON, one for each stream and those of the product.
# Event time lies in the payload, so nothing goes by its age.
set -euo pipefail

server="$1"
streams="$(sed -nE 's/.*"topic": *"([^"]+)".*/\1/p' "$2")"
compacted="registry model-updates alerts"

create() {
  "${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}" --bootstrap-server "$server" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor 1 --config max.message.bytes=8388608 --config "$3"
}

for topic in $streams dispositions; do
  [[ " $compacted " == *" $topic "* ]] || create "$topic" 2 retention.ms=-1
done
# The versions of a model stand on one another, so that their order counts.
create model-updates 1 cleanup.policy=compact
for topic in registry alerts; do
  create "$topic" 2 cleanup.policy=compact
done
for topic in dead-letters model-replies audit; do
  create "$topic" 1 retention.ms=-1
done
