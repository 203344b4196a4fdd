#include "reader/xlsx_number.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "reader/xlsx_words.h"

namespace duban {
namespace {

constexpr std::size_t kLongestNumber = 400;  // characters
constexpr int kSignificant = 15;             // digits that Excel shows
constexpr int kMostPlaces = 30;              // that a format can name

// The number 0.DIGITS times ten to the power `point`.
struct Digits {
    bool negative = false;
    std::string digits;  // without zeros at both ends; empty: zero
    int point = 0;
};

void trim(Digits& number) {
    const std::size_t first = number.digits.find_first_not_of('0');
    if (first == std::string::npos) {
        number = {};
        return;
    }
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    number.digits.resize(number.digits.find_last_not_of('0') + 1);
}

// Keeps so many digits, rounding half away from zero.
void round_to(Digits& number, int kept) {
    if (kept >= static_cast<int>(number.digits.size())) return;
    if (kept < 0) {
        number = {};
        return;
    }
    const auto size = static_cast<std::size_t>(kept);
    const bool up = number.digits[size] >= '5';
    number.digits.resize(size);
    if (up) {
        std::size_t at = size;
        while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
        if (at > 0) {
            ++number.digits[at - 1];
        } else {
            number.digits.insert(0, 1, '1');
            ++number.point;
        }
    }
    trim(number);
}

bool parse(std::string_view text, Digits& out) {
    if (text.empty() || text.size() > kLongestNumber) return false;
    std::size_t at = 0;
    if (text[0] == '-' || text[0] == '+') {
        out.negative = text[0] == '-';
        ++at;
    }
    bool any = false;
    bool behind_point = false;
    for (; at < text.size() && (is_ascii_digit(text[at]) || (text[at] == '.' && !behind_point));
         ++at) {
        if (text[at] == '.') {
            behind_point = true;
            continue;
        }
        any = true;
        out.digits += text[at];
        if (!behind_point) ++out.point;
    }
    if (!any) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && text[at] == '+') ++at;
        int power = 0;
        const auto [stop, fault] =
            std::from_chars(text.data() + at, text.data() + text.size(), power);
        if (fault != std::errc() || stop != text.data() + text.size()) return false;
        if (power < -400 || power > 400) return false;
        out.point += power;
    } else if (at != text.size()) {
        return false;
    }
    trim(out);
    round_to(out, kSignificant);
    return true;
}

std::string plain(const Digits& number, int least_digits, int least_places) {
    std::string whole;
    std::string behind;
    const auto size = static_cast<int>(number.digits.size());
    for (int i = 0; i < number.point; ++i)
        whole += i < size ? number.digits[static_cast<std::size_t>(i)] : '0';
    for (int i = number.point; i < size; ++i)
        behind += i < 0 ? '0' : number.digits[static_cast<std::size_t>(i)];
    while (static_cast<int>(whole.size()) < std::max(least_digits, 1)) whole.insert(0, 1, '0');
    while (static_cast<int>(behind.size()) < least_places) behind += '0';
    std::string out = number.negative ? "-" : "";
    out += whole;
    if (!behind.empty()) out += '.' + behind;
    return out;
}

std::string padded(int value, int size) {
    std::string out = std::to_string(value);
    while (static_cast<int>(out.size()) < size) out.insert(0, 1, '0');
    return out;
}

struct Moment {
    int year = 0;
    int month = 0;
    int day = 0;
    long second = 0;  // of the day
};

std::string clock(const Moment& moment, const NumberFormat& format) {
    const long hours = moment.second / 3600;
    const int minutes = static_cast<int>(moment.second / 60 % 60);
    const int seconds = static_cast<int>(moment.second % 60);
    if (!format.hour) return padded(minutes, 2) + ":" + padded(seconds, 2);
    std::string out = padded(static_cast<int>(hours), 2) + ":" + padded(minutes, 2);
    if (format.second) out += ":" + padded(seconds, 2);
    return out;
}

std::string shown(const Moment& moment, const NumberFormat& format) {
    const bool time = format.hour || format.minute || format.second;
    const std::string year = padded(moment.year, 4);
    std::string out;
    const bool whole = (format.year && format.month && format.day) ||
                       (!format.year && !format.month && !format.day && !time);
    if (whole || (format.year && format.day && !format.month)) {
        out = year + "-" + padded(moment.month, 2) + "-" + padded(moment.day, 2);
    } else {
        if (format.year) out += year + std::string(kShownYear);
        if (format.month) out += std::to_string(moment.month) + std::string(kShownMonth);
        if (format.day) out += std::to_string(moment.day) + std::string(kShownDay);
    }
    if (time) out += (out.empty() ? "" : " ") + clock(moment, format);
    return out;
}

// Days since 1970-01-01 to a day of the Gregorian calendar, after Howard Hinnant's public
// description of the algorithm.
void set_day(Moment& moment, long days) {
    days += 719468;
    const long era = (days >= 0 ? days : days - 146096) / 146097;
    const long of_era = days - era * 146097;
    const long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const long of_year = of_era - (365 * year + year / 4 - year / 100);
    const long month = (5 * of_year + 2) / 153;
    moment.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
    moment.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    moment.year = static_cast<int>(year + era * 400 + (moment.month <= 2 ? 1 : 0));
}

// False where the serial number is none of a day. Seconds are rounded.
bool moment_of(const Digits& number, bool from_1904, bool duration, Moment& out) {
    constexpr long kLastDay = 2958465;
    if (number.negative || number.point > 8) return false;
    long day = 0;
    for (int i = 0; i < number.point; ++i) {
        const auto at = static_cast<std::size_t>(i);
        day = day * 10 + (at < number.digits.size() ? number.digits[at] - '0' : 0);
    }
    if (day > kLastDay) return false;
    // The fraction in parts of 10^9 of a day: far finer than a second.
    long long part = 0;
    for (int i = number.point; i < number.point + 9; ++i) {
        const auto at = static_cast<std::size_t>(i);
        part = part * 10 + (i >= 0 && at < number.digits.size() ? number.digits[at] - '0' : 0);
    }
    out.second = static_cast<long>((part * 86400 + 500000000) / 1000000000);
    if (duration) {
        out.second += day * 86400;
        return true;
    }
    if (out.second >= 86400) {
        out.second -= 86400;
        ++day;
    }
    constexpr long kOf1899 = -25569;  // 1899-12-30 in days since 1970
    if (from_1904) {
        set_day(out, day + kOf1899 + 1462);
    } else if (day == 60) {  // a day that never was, kept by Excel since its first version
        out.year = 1900;
        out.month = 2;
        out.day = 29;
    } else {
        set_day(out, day + kOf1899 + (day < 60 ? 1 : 0));
    }
    return true;
}

// Takes the first section of a code apart.
class FormatReader {
  public:
    explicit FormatReader(std::string_view code) : code_(code) {}

    NumberFormat read() {
        constexpr std::size_t kLongest = 1024;  // bytes; Excel takes 255 characters
        if (code_.size() > kLongest) return {};
        while (at_ < code_.size() && code_[at_] != ';' && !odd_) step();
        if (date_) {
            out_.kind =
                out_.kind == NumberFormat::Kind::kDuration ? out_.kind : NumberFormat::Kind::kDate;
            out_.before.clear();
            out_.after.clear();
            return out_;
        }
        if (odd_) return {};
        out_.scale -= 3 * commas_;
        out_.kind = placeholders_ ? NumberFormat::Kind::kFixed : NumberFormat::Kind::kGeneral;
        // A format of words alone hides the number.
        return placeholders_ || general_ ? out_ : NumberFormat{};
    }

  private:
    void literal(std::string_view text) {
        if (text.empty()) return;
        if (placeholders_ || general_) {
            closed_ = true;
            out_.after += text;
        } else {
            out_.before += text;
        }
    }

    void placeholder(char c) {
        if (closed_ || general_) odd_ = true;
        placeholders_ = true;
        if (!behind_point_) {
            commas_ = 0;
            if (c == '0') ++out_.digits;
            if (out_.digits > kMostPlaces) odd_ = true;
            return;
        }
        ++out_.most_places;
        if (c == '0') out_.least_places = out_.most_places;
        if (out_.most_places > kMostPlaces) odd_ = true;
    }

    void date_letter(char c) {
        std::size_t n = 1;
        while (at_ + n < code_.size() && ascii_lower(code_[at_ + n]) == c) ++n;
        at_ += n;
        date_ = true;
        switch (c) {
            case 'y':
            case 'e': out_.year = true; break;
            case 'd': out_.day = out_.day || n <= 2; break;
            case 'h': out_.hour = true; break;
            case 's':
                out_.second = true;
                if (last_ == 'm') minute();
                break;
            case 'm':
                if (last_ == 'h') {
                    out_.minute = true;
                } else {
                    ++months_;
                    out_.month = true;
                }
                break;
            default: break;
        }
        last_ = c;
    }

    // What was taken for a month stands before seconds.
    void minute() {
        if (out_.minute) return;
        out_.minute = true;
        if (--months_ == 0) out_.month = false;
    }

    bool word(std::string_view name) { return same_name(code_.substr(at_, name.size()), name); }

    void bracket() {
        const std::size_t end = code_.find(']', at_);
        if (end == std::string_view::npos) {
            odd_ = true;
            return;
        }
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        if (inside.empty()) return;
        if (inside[0] == '$') {
            literal(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
        } else if (inside[0] == '<' || inside[0] == '>' || inside[0] == '=') {
            odd_ = true;
        } else if (const char c = ascii_lower(inside[0]);
                   inside.find_first_not_of(inside[0]) == std::string_view::npos &&
                   (c == 'h' || c == 'm' || c == 's')) {
            date_ = true;
            out_.kind = NumberFormat::Kind::kDuration;
            out_.hour = out_.minute = true;
            out_.second = out_.second || c == 's';
            last_ = c;
        }
    }

    void step() {
        const char c = code_[at_];
        if (word("General") || word(kGeneralWord)) {
            at_ += word("General") ? 7 : kGeneralWord.size();
            if (placeholders_) odd_ = true;
            general_ = true;
        } else if (c == '"') {
            const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
            literal(code_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
        } else if (c == '\\' || c == '!') {
            ++at_;
            if (at_ >= code_.size()) return;
            const std::uint32_t size = decode_at(code_, at_).size;
            literal(code_.substr(at_, size));
            at_ += size;
        } else if (c == '_' || c == '*') {  // a blank of that width, or filled with it
            at_ += 1;
            if (at_ < code_.size()) at_ += decode_at(code_, at_).size;
        } else if (c == '[') {
            bracket();
        } else if (word("AM/PM")) {
            at_ += 5;
            date_ = true;
        } else if (c == '0' || c == '#' || c == '?') {
            if (!date_) placeholder(c);
            ++at_;
        } else if (c == '.') {
            if (placeholders_) {
                if (behind_point_ || closed_) odd_ = true;
                behind_point_ = true;
            }
            ++at_;
        } else if (c == ',') {
            if (placeholders_ && !closed_) ++commas_;
            ++at_;
        } else if (c == '%') {
            out_.scale += 2;
            literal("%");
            ++at_;
        } else if ((c == 'E' || c == 'e') && placeholders_) {
            odd_ = true;
        } else if (const char l = ascii_lower(c); l == 'y' || l == 'm' || l == 'd' || l == 'h' ||
                                                  l == 's' || l == 'e' || l == 'a' || l == 'g' ||
                                                  l == 'b') {
            date_letter(l);
        } else if (c == '@') {
            odd_ = true;
        } else if (c == '/' && placeholders_) {
            odd_ = true;
        } else {
            const std::uint32_t size = decode_at(code_, at_).size;
            // A blank beside the number is of the layout.
            if (c != ' ') literal(code_.substr(at_, size));
            at_ += size;
        }
    }

    std::string_view code_;
    NumberFormat out_;
    std::size_t at_ = 0;
    int commas_ = 0;  // behind the last digit: thousands
    int months_ = 0;
    char last_ = '\0';  // letter of a date
    bool date_ = false;
    bool general_ = false;
    bool placeholders_ = false;
    bool behind_point_ = false;
    bool closed_ = false;  // words have followed the digits
    bool odd_ = false;
};

}  // namespace

NumberFormat number_format(std::string_view code) { return FormatReader(code).read(); }

NumberFormat builtin_format(int id) {
    const auto* const found =
        std::find_if(kBuiltinFormats.begin(), kBuiltinFormats.end(),
                     [&](const BuiltinFormat& format) { return format.id == id; });
    return found == kBuiltinFormats.end() ? NumberFormat{} : number_format(found->code);
}

std::string shown_number(std::string_view value, const NumberFormat& format, bool from_1904) {
    Digits number;
    if (!parse(value, number)) return std::string(value);
    using Kind = NumberFormat::Kind;
    if (format.kind == Kind::kDate || format.kind == Kind::kDuration) {
        Moment moment;
        if (moment_of(number, from_1904, format.kind == Kind::kDuration, moment)) {
            return format.kind == Kind::kDuration ? clock(moment, format) : shown(moment, format);
        }
        return plain(number, 0, 0);
    }
    if (!number.digits.empty()) number.point += format.scale;
    if (format.kind == Kind::kFixed) round_to(number, number.point + format.most_places);
    const bool negative = number.negative;
    number.negative = false;
    return (negative ? "-" : "") + format.before +
           plain(number, format.digits, format.least_places) + format.after;
}

std::string shown_date(std::string_view iso, const NumberFormat& format) {
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = -1;
        if (at + size <= iso.size())
            std::from_chars(iso.data() + at, iso.data() + at + size, value);
        return value;
    };
    Moment moment;
    moment.year = number(0, 4);
    moment.month = number(5, 2);
    moment.day = number(8, 2);
    if (moment.year < 0 || moment.month < 1 || moment.month > 12 || moment.day < 1 ||
        moment.day > 31) {
        return std::string(iso);
    }
    moment.second = std::max(number(11, 2), 0) * 3600L + std::max(number(14, 2), 0) * 60L +
                    std::max(number(17, 2), 0);
    return shown(moment, format);
}

}  // namespace duban
