// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QtGlobal>

//! Marks what libclusteratlas.so shows to the plugin, the provider library, the tools and the tests.
#ifdef CLUSTERATLAS_LIBRARY
#define CA_EXPORT Q_DECL_EXPORT
#else
#define CA_EXPORT Q_DECL_IMPORT
#endif
