// What can fail because of input returns a Result<T>: either a value or an Error.
//
// An Error says what happened (code, for the exit status and for programs), which sentence of the
// catalogue tells it to a person (key, params) and where (file, place). Exceptions are for broken
// invariants only and stop in main().
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace duban {

// Numbers are never used again for another meaning once released.
enum class ErrorCode {
    kUsage = 1,         // the words of the call are off
    kNotFound = 2,      // no such file
    kNotAFile = 3,      // a folder or a device where a file is needed
    kUnreadable = 4,    // the system refused to read or write
    kEmpty = 5,         // nothing in it
    kTooLarge = 6,      // over a limit, which the message names
    kBinary = 7,        // not text
    kEncoding = 8,      // neither UTF-8 nor GB18030
    kNoHeading = 9,     // no row that names the columns
    kDamaged = 10,      // a file of a known kind that ends early or contradicts itself
    kEncrypted = 11,    // protected by a password
    kUnsupported = 12,  // a kind of file, or a part of one, that is not read
    kMissingTool = 13,  // a program that reads this kind is not installed
};

struct Param {
    std::string name;
    std::string value;
};

// A sentence of the catalogue that is no failure.
struct Note {
    std::string key;
    std::vector<Param> params;
};

struct Error {
    ErrorCode code = ErrorCode::kUsage;
    std::string key;            // of the catalogue
    std::vector<Param> params;  // what the sentence is filled with
    std::string where;          // file or place, may be empty
};

template <class T>
class Result {
  public:
    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() { return std::get<0>(held_); }
    [[nodiscard]] const T& value() const { return std::get<0>(held_); }
    [[nodiscard]] const Error& error() const { return std::get<1>(held_); }

  private:
    std::variant<T, Error> held_;
};

}  // namespace duban
