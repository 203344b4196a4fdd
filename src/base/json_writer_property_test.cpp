// What JsonWriter writes, another library reads, and reads the same.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <string>

#include "base/json_writer.h"
#include "base/text.h"

using duban::Decimal;
using duban::JsonWriter;
using nlohmann::json;

namespace {

std::string any_text() {
    std::string text;
    for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(
             rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 0x80),
                            rc::gen::inRange<std::uint32_t>(0x80, 0xD800),
                            rc::gen::inRange<std::uint32_t>(0xE000, 0x110000)))) {
        duban::append_utf8(text, c);
    }
    return text;
}

// Writes a value and gives back the tree that a reader should find.
json write_any(JsonWriter& out, int depth) {
    switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
        case 0: {
            const std::string text = any_text();
            out.value(text);
            return text;
        }
        case 1: {
            const auto number = *rc::gen::arbitrary<std::int64_t>();
            out.value(static_cast<long long>(number));
            return number;
        }
        case 2: {
            const bool yes = *rc::gen::arbitrary<bool>();
            out.value(yes);
            return yes;
        }
        case 3: {
            // Quarters are exact in binary too.
            const int quarters = *rc::gen::inRange(-4000, 4000);
            out.value(Decimal(quarters * 25, -2));
            if (quarters % 4 == 0) return quarters / 4;
            return quarters / 4.0;
        }
        case 4: out.null(); return nullptr;
        case 5: {
            json tree = json::array();
            out.begin_array();
            for (int n = *rc::gen::inRange(0, 5); n > 0; --n)
                tree.push_back(write_any(out, depth - 1));
            out.end_array();
            return tree;
        }
        default: {
            json tree = json::object();
            out.begin_object();
            for (int n = *rc::gen::inRange(0, 5); n > 0; --n) {
                const std::string name = "k" + std::to_string(n);
                out.key(name);
                tree[name] = write_any(out, depth - 1);
            }
            out.end_object();
            return tree;
        }
    }
}

}  // namespace

TEST_CASE("json: another reader finds what was written") {
    CHECK(rc::check([] {
        std::string text;
        JsonWriter out(text);
        out.begin_array();
        const json tree = write_any(out, 3);
        out.end_array();
        RC_ASSERT(json::parse(text).at(0) == tree);
    }));
}

TEST_CASE("json: any bytes at all make a valid document") {
    CHECK(rc::check([](const std::string& bytes) {
        std::string text;
        JsonWriter(text).value(bytes);
        const std::string read = json::parse(text).get<std::string>();
        RC_ASSERT(duban::first_invalid(read) == std::string::npos);
        if (duban::first_invalid(bytes) == std::string::npos) RC_ASSERT(read == bytes);
    }));
}

TEST_CASE("json: decimals keep all their digits") {
    CHECK(rc::check([] {
        const Decimal number(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(-8, 7));
        std::string text;
        JsonWriter(text).value(number);
        const json read = json::parse(text);
        RC_ASSERT(read.is_number());
        const bool negative = text.starts_with('-');
        const auto again = Decimal::parse(std::string_view(text).substr(negative ? 1 : 0));
        RC_ASSERT(again.has_value());
        RC_ASSERT((negative ? -*again : *again) == number);
    }));
}
