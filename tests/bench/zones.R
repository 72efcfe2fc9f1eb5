# SPDX-License-Identifier: GPL-2.0-or-later
# The question of benchzones asked of R's sf: Rscript zones.R FOLDER METRICS. Prints the seconds from reading to the written answer.
folder <- commandArgs(TRUE)[1]
metrics <- paste0("m", seq_len(as.integer(commandArgs(TRUE)[2])) - 1)
suppressPackageStartupMessages(library(sf))
start <- proc.time()
zones <- st_read(file.path(folder, "zones.gpkg"), quiet = TRUE)
parts <- st_read(file.path(folder, "parts.gpkg"), quiet = TRUE)
st_agr(zones) <- "constant"
st_agr(parts) <- "constant"
pieces <- st_intersection(zones, parts[c("a0", metrics)])
shares <- as.numeric(st_area(pieces)) / pieces$a0
sums <- aggregate(st_drop_geometry(pieces)[metrics] * shares, list(zone = pieces$zone), sum)
st_write(merge(zones, sums, by = "zone"), file.path(folder, "sf.gpkg"), quiet = TRUE)
used <- proc.time() - start
cat(used[["elapsed"]], used[["user.self"]] + used[["sys.self"]], "\n")
