#!/usr/bin/env bash
# Speeds of the statistics library, with R beside them where R and its survival package are installed.
# Use: verification/bench/statistics.sh [JMH options], such as -f 1 -wi 2 -i 3
set -eu
cd "$(dirname "$0")/../.."
echo "machine: $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
mvn -q -B -pl verification -am test-compile -DskipTests
mvn -q -B -pl verification -am process-test-classes dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath -DskipTests
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java
for candidate in /usr/lib/jvm/*25*/bin/java; do
  if [ -x "$candidate" ]; then java=$candidate; fi
done
classpath="verification/target/test-classes:statistics/target/classes:$(cat verification/target/bench.classpath)"
"$java" -XX:+UseSerialGC -cp "$classpath" org.openjdk.jmh.Main StatisticsBenchmark "$@"
"$java" -XX:+UseSerialGC -cp "$classpath" org.lodestar.verification.statistics.SecondThread
if command -v Rscript >/dev/null 2>&1 && Rscript -e 'library(survival)' >/dev/null 2>&1; then
  Rscript verification/bench/statistics.R
else
  echo "R with survival is not installed (apt-get install r-base-core r-cran-survival): no comparison"
fi
