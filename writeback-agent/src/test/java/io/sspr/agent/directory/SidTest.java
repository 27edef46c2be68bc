package io.sspr.agent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidTest {
    private static final UUID RESET_PASSWORD = UUID.fromString("00299570-246d-11d0-a768-00aa006e0529");
    private static final UUID OTHER_RIGHT = UUID.fromString("ab721a53-1e2f-11d0-9819-00aa0040529b");
    private static final int CONTROL_ACCESS = 0x100;

    @ParameterizedTest
    @ValueSource(strings = {"S-1-1-0", "S-1-5-32-544", "S-1-5-21-3635436471-973168158-3837632839-1103"})
    void isReadAsTheDirectoryStoresIt(String text) {
        assertThat(Sid.of(bytes(text))).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "S-1-5-21-1-2-3-500, true",
        "S-1-5-21-1-2-3-502, true",
        "S-1-5-21-1-2-3-512, true",
        "S-1-5-21-1-2-3-516, true",
        "S-1-5-21-1-2-3-518, true",
        "S-1-5-21-1-2-3-519, true",
        "S-1-5-21-1-2-3-521, true",
        "S-1-5-21-1-2-3-526, true",
        "S-1-5-21-1-2-3-527, true",
        "S-1-5-32-544, true",
        "S-1-5-32-548, true",
        "S-1-5-32-549, true",
        "S-1-5-32-550, true",
        "S-1-5-32-551, true",
        "S-1-5-32-552, true",
        "S-1-5-21-1-2-3-513, false",
        "S-1-5-21-1-2-3-520, false",
        "S-1-5-21-1-2-3-544, false",
        "S-1-5-32-545, false",
        "S-1-5-32-512, false",
        "S-1-1-0, false",
        "S-1-5-11, false"
    })
    void isProtectedIfActiveDirectoryGuardsIt_R_WB_13(String text, boolean isProtected) {
        assertThat(ProtectedSids.contain(Sid.of(bytes(text)))).isEqualTo(isProtected);
    }

    @Test
    void firstEntryOfTheAccessListThatAppliesDecides_R_WB_12() {
        // Given
        String own = "S-1-5-21-1-2-3-1103";
        String group = "S-1-5-21-1-2-3-1200";
        byte[] grant = entry(5, 0, CONTROL_ACCESS, RESET_PASSWORD, own);
        byte[] denial = entry(6, 0, CONTROL_ACCESS, RESET_PASSWORD, group);

        // Then
        assertThat(grants(List.of(grant), own)).isTrue();
        assertThat(grants(List.of(grant), group)).isFalse();
        assertThat(grants(List.of(denial, grant), own, group)).isFalse();
        assertThat(grants(List.of(grant, denial), own, group)).isTrue();
        assertThat(grants(List.of(denial, grant), own)).isTrue();
        assertThat(grants(List.of(entry(5, 8, CONTROL_ACCESS, RESET_PASSWORD, own)), own))
                .isFalse();
        assertThat(grants(List.of(entry(5, 0, CONTROL_ACCESS, OTHER_RIGHT, own)), own))
                .isFalse();
        assertThat(grants(List.of(entry(5, 0, 0x20, RESET_PASSWORD, own)), own)).isFalse();
        assertThat(grants(List.of(entry(0, 0, CONTROL_ACCESS, null, own)), own)).isTrue();
        assertThat(grants(List.of(entry(0, 0, 0x10000000, null, own)), own)).isTrue();
        assertThat(grants(List.of(), own)).isFalse();
    }

    private static boolean grants(List<byte[]> entries, String... sids) {
        Set<Sid> token =
                Set.copyOf(Stream.of(sids).map(sid -> Sid.of(bytes(sid))).toList());
        return AccessList.of(descriptor(entries)).grants(RESET_PASSWORD, token);
    }

    private static byte[] descriptor(List<byte[]> entries) {
        int size = entries.stream().mapToInt(entry -> entry.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(28 + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(16, 20).position(20);
        bytes.putShort((short) 4).putShort((short) (8 + size)).putShort((short) entries.size());
        bytes.putShort((short) 0);
        entries.forEach(bytes::put);
        return bytes.array();
    }

    private static byte[] entry(int type, int flags, int rights, UUID object, String trustee) {
        byte[] sid = bytes(trustee);
        int size = 8 + (object == null ? 0 : 4 + 16) + sid.length;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) type).put((byte) flags).putShort((short) size).putInt(rights);
        if (object != null) {
            long high = object.getMostSignificantBits();
            bytes.putInt(1)
                    .putInt((int) (high >>> 32))
                    .putShort((short) (high >>> 16))
                    .putShort((short) high);
            bytes.putLong(Long.reverseBytes(object.getLeastSignificantBits()));
        }
        return bytes.put(sid).array();
    }

    /** As the directory stores it. */
    static byte[] bytes(String text) {
        String[] parts = text.split("-");
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * (parts.length - 3)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1)
                .put((byte) (parts.length - 3))
                .put(7, Byte.parseByte(parts[2]))
                .position(8);
        for (int part = 3; part < parts.length; part++) {
            bytes.putInt((int) Long.parseLong(parts[part]));
        }
        return bytes.array();
    }
}
