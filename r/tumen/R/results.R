# A results file, as R holds it: SQLite, opened for reading only.

open_results <- function(path) {
  if (!file.exists(path)) stop(path, ": there is no such file", call. = FALSE)
  database <- dbConnect(RSQLite::SQLite(), path, flags = RSQLite::SQLITE_RO)
  results <- structure(list(path = normalizePath(path), database = database), class = "tumen_results")
  tables <- tryCatch(dbGetQuery(database, "SELECT name FROM sqlite_master")$name, error = function(problem) NULL)
  if (!all(c("experiment", "point", "series", "headline", "column_info") %in% tables)) {
    dbDisconnect(database)
    stop(path, ": this is no results file of tumen", call. = FALSE)
  }
  results
}

ask <- function(results, query) {
  if (!dbIsValid(results$database)) stop("these results are closed\n  way out: open_results() again", call. = FALSE)
  dbGetQuery(results$database, query)
}

units_of <- function(results) {
  info <- ask(results, "SELECT table_name, column_name, unit, explanation FROM column_info")
  info[order(info$table_name, info$column_name), ]
}

# Each column carries its unit as an attribute.
with_units <- function(frame, results, table) {
  info <- units_of(results)
  info <- info[info$table_name == table, ]
  for (name in intersect(names(frame), info$column_name)) {
    attr(frame[[name]], "unit") <- info$unit[info$column_name == name]
  }
  frame
}

daily <- function(results) {
  days <- ask(results, "SELECT * FROM series ORDER BY point, replicate, city, day")
  days$date <- as.Date(days$date)
  names(days)[names(days) == "point"] <- "scenario"
  days$scenario <- factor(days$scenario)
  days$city <- factor(days$city)
  with_units(days, results, "daily")
}

headlines <- function(results) {
  ask(results, paste(
    "SELECT point.name AS scenario, headline.replicate AS replicate, headline.id AS id, headline.value AS value,",
    "column_info.unit AS unit, column_info.explanation AS explanation",
    "FROM headline JOIN point ON point.point = headline.point",
    "LEFT JOIN column_info ON column_info.table_name = 'headline' AND column_info.column_name = headline.id",
    "ORDER BY headline.point, headline.replicate, headline.id"))
}

replicates <- function(results) {
  ask(results, paste(
    "SELECT point.name AS scenario, replicate.replicate AS replicate, replicate.status AS status,",
    "replicate.reason AS reason, replicate.state_hash AS hash",
    "FROM replicate JOIN point ON point.point = replicate.point ORDER BY replicate.point, replicate.replicate"))
}

summary.tumen_results <- function(object, ...) {
  all <- headlines(object)
  groups <- split(all, list(all$id, all$scenario), drop = TRUE)
  rows <- lapply(groups, function(one) {
    values <- one$value[!is.na(one$value)]
    data.frame(scenario = one$scenario[1], id = one$id[1], unit = one$unit[1], n = length(values),
               mean = mean(values), q05 = quantile(values, 0.05, names = FALSE),
               median = quantile(values, 0.5, names = FALSE), q95 = quantile(values, 0.95, names = FALSE))
  })
  made <- do.call(rbind, rows)
  rownames(made) <- NULL
  made
}

print.tumen_results <- function(x, ...) {
  asked <- ask(x, "SELECT kind, name, seed FROM experiment")
  done <- sum(replicates(x)$status == "done")
  cat("<results of ", asked$name, ": ", done, " replicates, seed ", asked$seed, ", in ", x$path, ">\n",
      "All people in them are synthetic.\n", sep = "")
  invisible(x)
}

close.tumen_results <- function(con, ...) {
  if (dbIsValid(con$database)) dbDisconnect(con$database)
  invisible(NULL)
}
