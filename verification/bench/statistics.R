# The same tasks in R: user CPU seconds, as proc.time() counts them.
library(survival)
user <- function(expr) unname(system.time(expr)["user.self"])
n <- 41; A <- 24; follow <- 24; l0 <- -log(0.34) / 12; l1 <- -log(0.52) / 12; loss <- -log(0.95) / 24
draw <- function(m) {
  t <- matrix(rexp(n * m, l1), n); c <- matrix(rexp(n * m, loss), n)
  end <- matrix(A + follow - A * runif(n * m), n)
  x <- pmin(t, c, end); list(x = x, d = t <= c & t <= end)
}
set.seed(1)
chunks <- 50
s <- user(for (i in seq_len(chunks)) {
  y <- draw(2000); O <- colSums(y$d); E <- l0 * colSums(y$x); mean((O - E) / sqrt(E) < -1.96)
})
cat(sprintf("one-sample log-rank, vectorised: %.0f trials/s\n", chunks * 2000 / s))
s <- user(for (i in 1:300) {
  y <- draw(1); S0 <- exp(-l0 * y$x[, 1])
  survdiff(Surv(y$x[, 1], y$d[, 1]) ~ offset(S0))
  f <- survfit(Surv(y$x[, 1], y$d[, 1]) ~ 1, conf.type = "log-log"); summary(f, times = 12, extend = TRUE)
})
cat(sprintf("full report: %.0f trials/s\n", 300 / s))
m <- 1e6; t <- rexp(m, 1 / 500); end <- runif(m, 730, 1461); x <- pmin(t, end); d <- t <= end; g <- rep(0:1, m / 2)
s <- user({ survfit(Surv(x, d) ~ 1); survdiff(Surv(x, d) ~ g) })
cat(sprintf("Kaplan-Meier and log-rank, 1e6 distinct times: %.2f s\n", s))
x <- ceiling(x)
s <- user({ survfit(Surv(x, d) ~ 1); survdiff(Surv(x, d) ~ g) })
cat(sprintf("Kaplan-Meier and log-rank, 1e6 times in days: %.2f s\n", s))
