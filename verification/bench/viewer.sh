#!/usr/bin/env bash
# The image viewer at real size in a headless Chromium: page opened to the first picture, next slice.
# Use: verification/bench/viewer.sh [FOLDER [SIZE SLICES]]; the phantom is kept in FOLDER for the next run
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
folder=${1:-verification/target/viewer}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
echo "machine: $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
mvn -q -B -pl verification -am test-compile -DskipTests
mvn -q -B -pl verification -am process-test-classes dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath -DskipTests
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java
for candidate in /usr/lib/jvm/*25*/bin/java; do
  if [ -x "$candidate" ]; then java=$candidate; fi
done
"$java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dlodestar.root="$root" -cp "verification/target/test-classes:$(cat verification/target/bench.classpath)" \
  org.lodestar.verification.browser.ViewerBench "$folder" "${@:2}"
echo "load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
