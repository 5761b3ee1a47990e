package io.github.managedservice.internal.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A Linux program (elf(5)): the processor, as in elf-em.h, and the program that loads its libraries. */
public record ElfFile(int machine, Optional<String> loader) {

    private static final Map<Integer, String> MACHINES = Map.of(
            3, "x86 (32 bit)",
            8, "MIPS",
            21, "PowerPC (64 bit)",
            22, "S/390",
            40, "Arm (32 bit)",
            62, "x86-64",
            183, "AArch64",
            243, "RISC-V",
            258, "LoongArch");

    private static final int HEADERS = 8192;
    private static final int PT_INTERP = 3;

    /** Empty where it is not an ELF file, or is not readable. */
    public static Optional<ElfFile> read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer start = ByteBuffer.allocate(HEADERS);
            while (start.hasRemaining() && channel.read(start) > 0) {}
            start.flip();
            return start.remaining() > 64 && start.order(ByteOrder.BIG_ENDIAN).getInt(0) == 0x7f454c46
                    ? Optional.of(parse(start))
                    : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** The program that runs this JVM, so it fits the machine. */
    public static Optional<ElfFile> ofThisJvm() {
        return read(Path.of("/proc/self/exe"));
    }

    public String machineName() {
        return MACHINES.getOrDefault(machine, "a processor of ELF machine number " + machine);
    }

    private static ElfFile parse(ByteBuffer start) {
        start.order(start.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return new ElfFile(
                Short.toUnsignedInt(start.getShort(18)), start.get(4) == 2 ? loader(start) : Optional.empty());
    }

    private static Optional<String> loader(ByteBuffer start) {
        int headers = (int) start.getLong(32);
        int size = start.getShort(54);
        int count = start.getShort(56);
        for (int header = headers; header < headers + size * count; header += size) {
            if (start.getInt(header) == PT_INTERP) {
                byte[] name = new byte[(int) start.getLong(header + 32) - 1];
                start.get((int) start.getLong(header + 8), name);
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
