/**
 * The contracts of every topic: classes generated from the Avro schemas, and how their messages are framed, read and
 * kept readable. Depends on nothing else of the project. The generated getters return null for unknown values, hence
 * the written classes are null-marked one by one and not the package.
 */
package io.zhiwei.schemas;
