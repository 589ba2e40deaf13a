#pragma once

/// Memory in pages of 2 MiB. A large city's columns lie over tens to hundreds of megabytes and are
/// read here and there at each of a day's barriers: with small pages the processor looks up where a
/// page lies more often than it reads.
namespace tumen {

struct City;

/// Asks the system to hold a large city in large pages, where it can: changes speed only. Nothing
/// for a city that a processor's caches hold, and nothing elsewhere than with Linux. To be asked
/// again from time to time, since columns grow.
void hold_in_large_pages(const City& city);

}  // namespace tumen
