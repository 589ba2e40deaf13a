#pragma once
#include <cstddef>

#include "model/state/world.hpp"

/// Room in the columns of homes and persons.
namespace tumen {

/// Makes room for homes up to `count`, all as homes are before anything is known of them.
void grow(Homes& homes, std::size_t count);
/// ... for persons up to `count`.
void grow(Persons& persons, std::size_t count);
/// What officers suspect somebody new of, by his or her role; `u` is the person's own draw.
void suspect(Ward& ward, PersonPlace person, double u);

}  // namespace tumen
