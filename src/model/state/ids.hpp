#pragma once
#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

/// Who and where, by number. Every kind of number has a type of its own, and every list says whose
/// numbers it is read by: a home's place does not find a person, nor a unit a ward.
namespace tumen {

/// Where there is no such person, home or broker.
struct Nobody {
    constexpr operator std::uint32_t() const { return std::numeric_limits<std::uint32_t>::max(); }
};
inline constexpr Nobody nobody{};

/// One of its kind. It reads as its number, to be counted and drawn with; no number, and no id of
/// another kind, becomes one unasked. As large and as quick as the number.
template <class Kind, class Number = std::uint32_t>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t number) : number_(static_cast<Number>(number)) {
        assert(number <= std::numeric_limits<Number>::max());
    }
    constexpr Id(Nobody) : number_(std::numeric_limits<Number>::max()) {
        static_assert(sizeof(Number) == sizeof(std::uint32_t), "nobody is told by all bits");
    }
    constexpr operator Number() const { return number_; }

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
    friend constexpr bool operator==(const Id&, const Id&) = default;
    friend constexpr bool operator==(Id id, Nobody) { return id == Id(nobody); }
    template <class Other, class ItsNumber>
    friend bool operator==(Id, Id<Other, ItsNumber>) = delete;
    template <class Other, class ItsNumber>
    friend bool operator<(Id, Id<Other, ItsNumber>) = delete;

    constexpr Id& operator++() {
        ++number_;
        return *this;
    }

  private:
    Number number_ = 0;
};

using HouseholdId = Id<struct HouseholdKind>;       // counted through the city
using WardId = Id<struct WardKind>;                 // in the city
using UnitId = Id<struct UnitKind, std::uint16_t>;  // in the ward
using PersonPlace = Id<struct PersonKind>;          // in the ward's columns of persons
using HomePlace = Id<struct HomeKind>;              // in the ward's columns of homes
using KinPlace = Id<struct KinKind>;                // in the ward's list of homes with kin abroad
using BrokerId = Id<struct BrokerKind>;             // in the city's list

/// A column or list that is read by ids of one kind alone, each of which must be there.
template <class Place, class Element>
class Column : public std::vector<Element> {
  public:
    using std::vector<Element>::vector;
    using std::vector<Element>::operator=;

    Element& operator[](Place place) {
        assert(place < this->size());
        return std::vector<Element>::operator[](place);
    }
    const Element& operator[](Place place) const {
        assert(place < this->size());
        return std::vector<Element>::operator[](place);
    }
    /// Every place there is, in order.
    class Places {
      public:
        explicit Places(std::size_t count) : end_(count) {}
        struct Iterator {
            std::size_t number;
            Place operator*() const { return Place(number); }
            Iterator& operator++() {
                ++number;
                return *this;
            }
            bool operator!=(const Iterator& other) const { return number != other.number; }
        };
        Iterator begin() const { return {0}; }
        Iterator end() const { return {end_}; }

      private:
        std::size_t end_;
    };
    Places places() const { return Places(this->size()); }
};

/// Which adult of the city: the household, and which of its adults, the first being 0. Not a place:
/// most adults have none.
struct AdultId {
    HouseholdId household;
    std::uint8_t member;
    friend constexpr auto operator<=>(const AdultId&, const AdultId&) = default;
};

}  // namespace tumen
