package io.sspr.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.sandbox.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void keepsLogsAndRemovesData() throws IOException {
        WorkFolder work = new WorkFolder(folder, new Ports(8080));
        work.prepare();
        Files.writeString(Files.createDirectories(work.kafka()).resolve("segment"), "x");
        Files.writeString(work.log("reset-service"), "x");

        work.removeData();

        assertThat(work.kafka().getParent()).doesNotExist();
        assertThat(work.log("reset-service")).exists();
    }

    @Test
    void leavesTheDataOfARunningSandboxAlone() throws IOException {
        WorkFolder running = new WorkFolder(folder, new Ports(8080));
        running.prepare();
        Files.createDirectories(running.kafka());

        WorkFolder cameTooLate = new WorkFolder(folder, new Ports(8080));
        cameTooLate.removeData();

        assertThat(running.kafka()).exists();
    }

    @Test
    void theAgentFindsItsFolder() {
        WorkFolder work = new WorkFolder(folder, new Ports(8080));

        work.prepare();

        assertThat(work.agentState()).isEmptyDirectory();
        assertThat(work.onboardingToken()).hasParentRaw(work.agentState());
    }

    @Test
    void clearsWhatAKilledRunLeftBehind() throws IOException {
        Path left = Files.createDirectories(folder.resolve("data/8080/kafka"));

        new WorkFolder(folder, new Ports(8080)).prepare();

        assertThat(left).doesNotExist();
    }
}
