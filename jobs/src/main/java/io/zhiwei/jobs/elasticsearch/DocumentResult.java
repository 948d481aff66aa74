package io.zhiwei.jobs.elasticsearch;

/**
 * What became of a document and why.
 *
 * @param write the document
 * @param outcome its outcome
 * @param reason the index's words; empty where the document is stored
 */
record DocumentResult(DocumentWrite write, BulkOutcome outcome, String reason) {}
