# One build of the whole reactor, then one small image per service: docker build --target reset-service .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --uid 10001 --no-create-home sspr && mkdir /app /keys /state /onboarding && chown sspr /app /keys /state /onboarding
USER sspr
WORKDIR /app
ENV MALLOC_ARENA_MAX=2 JAVA_TOOL_OPTIONS="-Xmx128m -Xss512k -XX:MaxDirectMemorySize=32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
HEALTHCHECK --interval=2s --timeout=3s --start-period=60s --retries=30 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SSPR_HTTP_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.. 200' <&3"]

FROM runtime AS reset-service
ENV SSPR_HTTP_PORT=8080
COPY --from=build /src/reset-service/target/quarkus-app /app
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]

FROM runtime AS writeback-agent
ENV SSPR_HTTP_PORT=8081
COPY --from=build /src/writeback-agent/target/quarkus-app /app
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]

FROM runtime AS notification-service
ENV SSPR_HTTP_PORT=8082
COPY --from=build /src/notification-service/target/quarkus-app /app
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]

FROM runtime AS audit-service
ENV SSPR_HTTP_PORT=8083
COPY --from=build /src/audit-service/target/quarkus-app /app
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]

# The outside world for demonstrations, and the tour: never part of a real installation.
FROM runtime AS sandbox
COPY --from=build /src/sandbox/target/sandbox.jar /app/
COPY --from=build /src/sandbox/target/lib /app/lib
HEALTHCHECK NONE
ENTRYPOINT ["java", "-jar", "sandbox.jar"]

# A real domain controller with the launcher that sets it up; root, since its ports are below 1024.
FROM debian:bookworm-slim AS domain-controller
RUN apt-get update \
 && apt-get install -y --no-install-recommends samba samba-ad-dc samba-ad-provision samba-dsdb-modules samba-vfs-modules \
      winbind procps openjdk-17-jre-headless \
 && rm -rf /var/lib/apt/lists/* && install -d -o 10001 /keys
WORKDIR /app
COPY --from=build /src/sandbox/target/sandbox.jar /app/
COPY --from=build /src/sandbox/target/lib /app/lib
ENTRYPOINT ["java", "-Xmx128m", "-jar", "sandbox.jar", "domain-controller"]
