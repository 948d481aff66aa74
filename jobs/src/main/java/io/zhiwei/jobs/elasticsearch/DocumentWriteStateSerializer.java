package io.zhiwei.jobs.elasticsearch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/** Writes the documents that wait in a writer, field by field, under a version of its own. */
final class DocumentWriteStateSerializer extends AsyncSinkWriterStateSerializer<DocumentWrite> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    protected void serializeRequestToStream(DocumentWrite write, DataOutputStream out) throws IOException {
        out.writeUTF(write.index());
        out.writeUTF(write.id());
        out.writeLong(write.version());
        out.writeInt(write.json().length);
        out.write(write.json());
    }

    @Override
    protected DocumentWrite deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        String index = in.readUTF();
        String id = in.readUTF();
        long version = in.readLong();
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return new DocumentWrite(index, id, version, json);
    }
}
