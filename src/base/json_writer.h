// Writes JSON in the order in which it is called: no tree, exact decimals, invalid UTF-8 replaced.
//
//   JsonWriter json(out);
//   json.begin_object();
//   json.key("row"); json.value(1);
//   json.end_object();
//
// Appends to the string it was given, which must outlive it.
#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"

namespace duban {

class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(long long number);
    void value(int number) { value(static_cast<long long>(number)); }
    void value(std::size_t number) { value(static_cast<long long>(number)); }
    void value(const Decimal& number);
    void value(bool yes);
    void null();
    // Values of an array that another writer wrote, with their commas between.
    void written(std::string_view values);

    template <class T>
    void member(std::string_view name, const T& v) {
        key(name);
        value(v);
    }
    void member_null(std::string_view name) {
        key(name);
        null();
    }

  private:
    void separate();

    std::string& out_;
    bool first_ = true;
    bool after_key_ = false;
};

}  // namespace duban
