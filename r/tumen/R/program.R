# The program that plays, as R calls it.

program <- function() {
  named <- c(getOption("tumen.program", ""), Sys.getenv("TUMEN"), Sys.which("tumen"))
  found <- named[nzchar(named)]
  if (length(found) == 0) {
    stop("the program tumen is not found\n",
         "  way out: install it, or name it: options(tumen.program = \"/a/folder/tumen\")", call. = FALSE)
  }
  found[[1]]
}

# Ends with the words of the program where it ends with a code that is not `right`.
command <- function(..., right = 0) {
  words <- unlist(lapply(list(...), as.character))
  errors <- tempfile()
  on.exit(unlink(errors))
  said <- suppressWarnings(system2(program(), shQuote(words), stdout = TRUE, stderr = errors))
  status <- attr(said, "status")
  if (!is.null(status) && !status %in% right) {
    stop(paste(readLines(errors, warn = FALSE), collapse = "\n"), call. = FALSE)
  }
  said
}

# list(fee_base = "30 %", reward = 2) as the command line's flags.
overrides <- function(set) {
  if (length(set) == 0) return(character())
  if (is.null(names(set)) || any(!nzchar(names(set)))) {
    stop("set has values without a name\n  way out: set = list(fee_base = \"30 %\")", call. = FALSE)
  }
  as.vector(rbind("--set", paste0(names(set), "=", vapply(set, value_text, ""))))
}

value_text <- function(value) if (is.numeric(value)) format(value, digits = 17, trim = TRUE) else as.character(value)

flags <- function(replicates, seed, set, threads, out, luck_only) {
  c(if (!is.null(replicates)) c("--replicates", number_text(replicates)), if (luck_only) "--luck-only", "--seed", number_text(seed), "--out", out, overrides(set),
    if (!is.null(threads)) c("--threads", number_text(threads)))
}

number_text <- function(number) format(number, scientific = FALSE, trim = TRUE)

keeping <- function(out) if (file.exists(out)) "--resume" else character()

play <- function(scenario, replicates = NULL, seed = 1, set = list(), threads = NULL, luck_only = FALSE,
                 out = tempfile(fileext = ".sqlite")) {
  command("run", scenario, flags(replicates, seed, set, threads, out, luck_only), keeping(out))
  open_results(out)
}

compare <- function(base, ..., replicates = NULL, seed = 1, set = list(), threads = NULL, luck_only = FALSE,
                    out = tempfile(fileext = ".sqlite")) {
  command("compare", base, ..., flags(replicates, seed, set, threads, out, luck_only), keeping(out))
  open_results(out)
}

verify <- function(results, replicates = NULL) {
  # 7: what was played again is right, and the rest was not looked at, as the first line says.
  command("verify", results$path, if (!is.null(replicates)) c("--replicates", number_text(replicates)), right = c(0, 7))
}
