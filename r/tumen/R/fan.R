# Bands over replicates.

fan <- function(results, observable, scenario = NULL, probabilities = c(0.05, 0.25, 0.5, 0.75, 0.95)) {
  days <- daily(results)
  missing <- setdiff(observable, names(days))
  if (length(missing) > 0) stop("no observable is called ", missing[1], call. = FALSE)
  chosen <- if (is.null(scenario)) levels(days$scenario)[days$scenario[1]] else scenario
  days <- days[days$scenario == chosen, ]
  if (nrow(days) == 0) stop("no scenario here is called ", chosen, call. = FALSE)
  days$value <- rowSums(as.data.frame(lapply(days[observable], as.numeric)))
  totals <- stats::aggregate(value ~ replicate + date, days, sum)
  bands <- t(vapply(split(totals$value, totals$date), quantile, numeric(length(probabilities)),
                    probs = probabilities, names = FALSE))
  colnames(bands) <- paste0("q", format(100 * probabilities, trim = TRUE))
  data.frame(date = as.Date(rownames(bands)), bands, row.names = NULL, check.names = FALSE)
}

plot.tumen_results <- function(x, observable = "phones_held", scenario = NULL, ...) {
  bands <- fan(x, observable, scenario, c(0.05, 0.5, 0.95))
  plot(bands$date, bands$q50, type = "n", ylim = range(0, bands[-1]), xlab = "",
       ylab = gsub("_", " ", paste(observable, collapse = " + ")), ...)
  polygon(c(bands$date, rev(bands$date)), c(bands$q5, rev(bands$q95)), col = "grey85", border = NA)
  lines(bands$date, bands$q50)
  invisible(bands)
}
