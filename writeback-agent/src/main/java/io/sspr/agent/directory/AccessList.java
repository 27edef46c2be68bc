package io.sspr.agent.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is allowed and denied what on one object, as its security descriptor says (MS-DTYP 2.4.6). Entries decide in
 * their order; what is for heirs only is left out.
 */
record AccessList(List<Entry> entries) {
    private static final int OFFSET_OF_LIST = 16;
    private static final int LIST_HEAD_BYTES = 8;
    private static final int COUNT_IN_LIST_HEAD = 4;
    private static final int ALLOW = 0;
    private static final int DENY = 1;
    private static final int ALLOW_OBJECT = 5;
    private static final int DENY_OBJECT = 6;
    private static final int FOR_HEIRS_ONLY = 0x08;
    private static final int OBJECT_NAMED = 1;
    private static final int HEIR_NAMED = 2;
    private static final int CONTROL_ACCESS = 0x100;
    private static final int ALL = 0x10000000;

    /** @param object what it is about; null if about everything */
    record Entry(boolean allows, int rights, UUID object, Sid trustee) {
        private boolean isAboutControl(UUID right) {
            return (rights & (CONTROL_ACCESS | ALL)) != 0 && (object == null || object.equals(right));
        }
    }

    /** @param descriptor a self-relative security descriptor that holds an access list */
    static AccessList of(byte[] descriptor) {
        ByteBuffer bytes = ByteBuffer.wrap(descriptor).order(ByteOrder.LITTLE_ENDIAN);
        int list = bytes.getInt(OFFSET_OF_LIST);
        int count = Short.toUnsignedInt(bytes.getShort(list + COUNT_IN_LIST_HEAD));
        List<Entry> entries = new ArrayList<>();
        int start = list + LIST_HEAD_BYTES;
        for (int read = 0; read < count; read++) {
            bytes.position(start);
            int type = bytes.get();
            int flags = bytes.get();
            start += Short.toUnsignedInt(bytes.getShort());
            if ((flags & FOR_HEIRS_ONLY) == 0
                    && List.of(ALLOW, DENY, ALLOW_OBJECT, DENY_OBJECT).contains(type)) {
                entries.add(entry(type, bytes));
            }
        }
        return new AccessList(entries);
    }

    /** Whether somebody with these SIDs has a right that is no attribute's, such as to reset the password. */
    boolean grants(UUID right, Set<Sid> sids) {
        return entries.stream()
                .filter(entry -> sids.contains(entry.trustee()) && entry.isAboutControl(right))
                .findFirst()
                .filter(Entry::allows)
                .isPresent();
    }

    private static Entry entry(int type, ByteBuffer bytes) {
        int rights = bytes.getInt();
        UUID object = null;
        if (type == ALLOW_OBJECT || type == DENY_OBJECT) {
            int named = bytes.getInt();
            object = (named & OBJECT_NAMED) == 0 ? null : uuid(bytes);
            if ((named & HEIR_NAMED) != 0) {
                uuid(bytes);
            }
        }
        return new Entry(type == ALLOW || type == ALLOW_OBJECT, rights, object, Sid.of(bytes));
    }

    /** Its first three parts are stored the other way round. */
    private static UUID uuid(ByteBuffer bytes) {
        long first = Integer.toUnsignedLong(bytes.getInt());
        long second = Short.toUnsignedLong(bytes.getShort());
        long third = Short.toUnsignedLong(bytes.getShort());
        long rest = Long.reverseBytes(bytes.getLong());
        return new UUID(first << 32 | second << 16 | third, rest);
    }
}
