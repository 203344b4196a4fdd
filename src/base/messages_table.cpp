#include <array>

#include "base/catalogue.h"

namespace duban {
namespace {

// Sorted by key; a test sees to it.
constexpr std::array kMessages{
    Message{"column-lead", "牵头单位", "lead"},
    Message{"column-measures", "措施", "measures"},
    Message{"column-progress", "推进情况", "report"},
    Message{"column-status", "成效", "status"},
    Message{"error-binary", "不是文本文件（第 {offset} 字节处有空字节）；请另存为文本后再试",
            "not a text file (NUL byte at offset {offset}); save it as text and try again"},
    Message{"error-directory", "是文件夹，里面没有可读的文件（.txt、.tsv）；请给出文件名",
            "is a folder without files to read (.txt, .tsv); name a file"},
    Message{"error-empty", "文件是空的", "the file is empty"},
    Message{"error-encoding", "既不是 UTF-8 也不是 GB18030（第 {offset} 字节起无法读取）；请转换编码后再试",
            "neither UTF-8 nor GB18030 (first bad byte at offset {offset}); convert it and try again"},
    Message{"error-no-heading",
            "没有找到表头。最宽的一行（第 {line} 行）是：{found}。表头应至少含其中三项：{wanted}",
            "no heading row found. The widest row (line {line}) reads: {found}. A heading names at least three of: "
            "{wanted}"},
    Message{"error-not-found", "没有这个文件", "no such file"},
    Message{"error-too-large", "文件超过上限 {limit} 字节；可用 --max-bytes 提高上限",
            "larger than the limit of {limit} bytes; raise it with --max-bytes"},
    Message{"error-unreadable", "无法读取：{reason}", "cannot be read: {reason}"},
    Message{"error-unwritable", "无法写入：{reason}", "cannot be written: {reason}"},
    Message{"read-summary", "{period}，{categories} 类，{rows} 行", "{period}, {categories} categories, {rows} rows"},
    Message{"refused-before-heading", "表头之前的行，无法识别各列", "a row before any heading: its columns are not known"},
    Message{"refused-too-few-cells", "只有一个单元格有内容，无法识别", "only one cell holds anything: not understood"},
    Message{"row-short", "第 {row} 行缺 {n} 个单元格，已按现有内容读取", "row {row} lacks {n} cells; read as far as it goes"},
    Message{"rows-counted", "读取 {read} 行，未能读取 {refused} 行，共 {rows} 行", "{read} rows read, {refused} refused, {rows} in the file"},
    Message{"rows-more-refused", "……另有 {n} 行", "... and {n} more"},
    Message{"rows-transcoded", "（原文件不是 UTF-8，已转换）", "(the file was not UTF-8 and was converted)"},
};

}  // namespace

std::span<const Message> messages() { return kMessages; }

}  // namespace duban
