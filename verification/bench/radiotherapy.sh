#!/usr/bin/env bash
# Speeds of the radiotherapy library on one core, with plastimatch beside it where it is installed.
# Use: verification/bench/radiotherapy.sh [CASE] [JMH options]; CASE is a folder of CT, RTSTRUCT, RTDOSE
set -eu
cd "$(dirname "$0")/../.."
case=${1:-../shared/dicom/lung1-001}
if [ $# -gt 0 ]; then shift; fi
echo "machine: $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
mvn -q -B -pl verification -am test-compile -DskipTests
mvn -q -B -pl verification -am process-test-classes dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath -DskipTests
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java
for candidate in /usr/lib/jvm/*25*/bin/java; do
  if [ -x "$candidate" ]; then java=$candidate; fi
done
classpath="verification/target/test-classes:radiotherapy/target/classes:$(cat verification/target/bench.classpath)"
"$java" -XX:+UseSerialGC -Xmx1g -cp "$classpath" org.openjdk.jmh.Main RadiotherapyBenchmark \
  -jvmArgs "-XX:+UseSerialGC -Xmx1g -Dlodestar.case=$case" "$@"
if command -v plastimatch >/dev/null 2>&1; then
  out=$(mktemp -d)
  echo "plastimatch, masks of the same case, with reading and writing:"
  time plastimatch convert --input "$case" --output-prefix "$out" --prefix-format nrrd >/dev/null
  rm -rf "$out"
else
  echo "plastimatch is not installed (apt-get install plastimatch): no comparison"
fi
