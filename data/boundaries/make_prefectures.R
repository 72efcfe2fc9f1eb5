# SPDX-License-Identifier: GPL-2.0-or-later
# Writes the rings of the map "japan" (R package mapdata) as CSV: ring, prefecture, longitude, latitude (Tokyo Datum).
# Usage: Rscript make_prefectures.R rings.csv
suppressPackageStartupMessages( { library( maps ); library( mapdata ) } )
out <- commandArgs( trailingOnly = TRUE )[1]
japan <- map( "japan", fill = TRUE, plot = FALSE, resolution = 0 )
ring <- cumsum( c( 1, is.na( japan$x ) ) )[ seq_along( japan$x ) ]
keep <- !is.na( japan$x )
rings <- data.frame(
  ring = ring[keep],
  name = sub( ":.*", "", japan$names )[ ring[keep] ],
  lon = format( japan$x[keep], digits = 12, trim = TRUE ),
  lat = format( japan$y[keep], digits = 12, trim = TRUE )
)
write.csv( rings, out, row.names = FALSE, quote = FALSE )
