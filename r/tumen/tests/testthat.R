library(testthat)
library(tumen)
test_check("tumen")
