// The closed classes of words that decide what a number is and how it compares.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"
#include "extraction/quantity.h"

namespace duban {

struct ComparatorWord {
    std::string_view word;
    Comparator comparator;
    int reach;  // characters that may stand between the word and the number
};

// Before the number. The longest word that ends nearest to the number decides; words with a negation stand here
// whole, since "no less than" is not "less than".
inline constexpr std::array kBeforeNumber{
    ComparatorWord{"不少于", Comparator::kAtLeast, 6},
    ComparatorWord{"不低于", Comparator::kAtLeast, 6},
    ComparatorWord{"不小于", Comparator::kAtLeast, 4},
    ComparatorWord{"不短于", Comparator::kAtLeast, 4},
    ComparatorWord{"不得少于", Comparator::kAtLeast, 6},
    ComparatorWord{"不得低于", Comparator::kAtLeast, 6},
    ComparatorWord{"不能少于", Comparator::kAtLeast, 6},
    ComparatorWord{"至少", Comparator::kAtLeast, 7},
    ComparatorWord{"最少", Comparator::kAtLeast, 6},
    ComparatorWord{"最低", Comparator::kAtLeast, 0},
    ComparatorWord{"起码", Comparator::kAtLeast, 6},
    ComparatorWord{"≥", Comparator::kAtLeast, 0},
    ComparatorWord{"不超过", Comparator::kAtMost, 6},
    ComparatorWord{"不高于", Comparator::kAtMost, 6},
    ComparatorWord{"不大于", Comparator::kAtMost, 4},
    ComparatorWord{"不多于", Comparator::kAtMost, 4},
    ComparatorWord{"不得超过", Comparator::kAtMost, 6},
    ComparatorWord{"不得高于", Comparator::kAtMost, 6},
    ComparatorWord{"不突破", Comparator::kAtMost, 4},
    ComparatorWord{"至多", Comparator::kAtMost, 6},
    ComparatorWord{"最多", Comparator::kAtMost, 6},
    ComparatorWord{"≤", Comparator::kAtMost, 0},
    ComparatorWord{"超过", Comparator::kMoreThan, 4},
    ComparatorWord{"超过了", Comparator::kMoreThan, 2},
    ComparatorWord{"突破", Comparator::kMoreThan, 2},
    ComparatorWord{"高于", Comparator::kMoreThan, 2},
    ComparatorWord{"大于", Comparator::kMoreThan, 2},
    ComparatorWord{"多于", Comparator::kMoreThan, 2},
    ComparatorWord{"超", Comparator::kMoreThan, 0},
    ComparatorWord{">", Comparator::kMoreThan, 0},
    ComparatorWord{"＞", Comparator::kMoreThan, 0},
    ComparatorWord{"低于", Comparator::kLessThan, 2},
    ComparatorWord{"少于", Comparator::kLessThan, 2},
    ComparatorWord{"小于", Comparator::kLessThan, 2},
    ComparatorWord{"不足", Comparator::kLessThan, 1},
    ComparatorWord{"不满", Comparator::kLessThan, 1},
    ComparatorWord{"不到", Comparator::kLessThan, 0},
    ComparatorWord{"<", Comparator::kLessThan, 0},
    ComparatorWord{"＜", Comparator::kLessThan, 0},
    ComparatorWord{"约", Comparator::kAbout, 0},
    ComparatorWord{"大约", Comparator::kAbout, 2},
    ComparatorWord{"约为", Comparator::kAbout, 0},
    ComparatorWord{"近", Comparator::kAbout, 0},
    ComparatorWord{"将近", Comparator::kAbout, 0},
    ComparatorWord{"接近", Comparator::kAbout, 1},
    ComparatorWord{"大概", Comparator::kAbout, 1},
};

// Behind number and unit. With reach, a short noun may stand between ("36所学校以上").
inline constexpr std::array kBehindNumber{
    ComparatorWord{"及以上", Comparator::kAtLeast, 0},
    ComparatorWord{"或以上", Comparator::kAtLeast, 0},
    ComparatorWord{"以上", Comparator::kAtLeast, 4},
    ComparatorWord{"及以下", Comparator::kAtMost, 0},
    ComparatorWord{"以下", Comparator::kAtMost, 1},
    ComparatorWord{"以内", Comparator::kAtMost, 4},
    ComparatorWord{"之内", Comparator::kAtMost, 4},
    ComparatorWord{"内", Comparator::kAtMost, 0},
    ComparatorWord{"左右", Comparator::kAbout, 2},
    ComparatorWord{"上下", Comparator::kAbout, 0},
    ComparatorWord{"余", Comparator::kAbout, 0},
};

// A noun between the number and "yishang" must not hold one of these: the words then belong to another thing.
inline constexpr auto kStopsReach = words({
    "级", "及", "和", "的", "等", "达", "，", "、", "。", "；", "（", "“", "《", "为"});

// Chinese one counts only with one of these shortly before it; elsewhere it is a turn of speech.
inline constexpr auto kMakesOneCount = words({
    "至少", "不少于", "不低于", "最少", "各", "增加", "新增", "新建", "改建", "建成", "建设", "建立了", "设立",
    "打造", "创建", "完成", "培育", "仅", "只有", "共", "配备", "配建", "布设", "开工", "建有", "拥有"});

// Before a number: it is an ordinal, a name or an address.
inline constexpr auto kNamesBefore = words({
    "第", "前", "星期", "礼拜", "周", "统", "唯", "逐", "同", "进", "某", "另", "任", "专", "初", "农历"});
// "first three" as a rank only with a unit of persons or places behind.
inline constexpr std::string_view kFormerly = "前";

// Behind a number: it is a name, a number of a thing or a rank.
inline constexpr auto kNamesBehind = words({
    "号", "級", "级", "期", "届", "等奖", "中学", "小学", "中心", "院", "大街", "街", "路", "线", "道", "楼",
    "国道", "省道", "县道", "高速", "大", "小", "中", "市", "季度", "月", "维", "甲", "好", "角", "里", "站式",
    "体", "窗", "网", "刻", "线城市", "联", "农", "保", "代", "老", "孩", "胎", "癌", "公", "安全", "通", "化",
    "会", "方", "五", "年级", "周年", "年制", "册", "声", "元化", "定", "资", "型", "#"});

// Measures of things that carry a number in their name: "205 guodao", "3 lu bus".
inline constexpr auto kNumberedThings = words({
    "号", "国道", "省道", "县道", "高速", "线", "路公交", "号线", "届", "级", "#", "期"});

// Short telephone numbers that stand as names of services.
inline constexpr auto kServiceNumbers = words({
    "110", "119", "120", "122", "114", "12345", "12315", "12333", "12348", "12369", "12350", "12388", "12320", "12328"});
inline constexpr auto kServiceWords = words({"热线", "平台", "急救", "电话",
                                                               "报警", "指挥", "政务", "便民"});

// Set terms of politics and administration: a numeral with a measure word that counts nothing here.
inline constexpr auto kSetTerms = words({
    "四个意识", "四个自信", "两个维护", "两个确立", "四个全面", "四项基本原则", "八项规定", "三项制度改革",
    "两个清零", "一个提标", "五个一", "四个一", "三个一", "六个一", "十个一", "两个一百年", "三个代表", "三项机制",
    "三张清单", "三条红线", "四套班子", "三个责任人", "两个责任", "两个至上", "一个口子", "一条龙", "一个窗口",
    "一件事", "两个覆盖", "两项改革", "五项机制", "三类人员", "五个振兴", "四个最严"});

// Behind "N years": the name of a programme, not a span of time.
inline constexpr auto kYearNames = words({"行动", "计划", "攻坚", "规划", "方案",
                                                            "大计", "提升", "倍增", "一"});

// Behind a Chinese numeral with lei: a rank of water quality or of a vehicle, not a count.
inline constexpr auto kRankNouns = words({"水", "标准", "客车", "区", "以上",
                                                            "及以", "行业", "地区"});
inline constexpr auto kRankUnits = words({"类", "档", "批", "区", "项"});
// Words before a rank of that sort.
inline constexpr auto kReachesRank = words({"达到", "优于", "提升至", "达", "至", "为", "属于"});

// Behind "N regions": part of a name.
inline constexpr auto kRegionNameBehind = words({"域", "委", "长", "政", "交界",
                                                                   "两", "人大", "工"});

// A percentage of the year's goal.
inline constexpr auto kGoalNouns = words({
    "目标", "任务", "计划", "总量的", "工程量", "年度", "序时", "总任务", "全年", "计划数", "目标数", "任务数"});
inline constexpr auto kGoalVerbs = words({"完成", "占", "达到", "达", "实现", "为", "的"});
inline constexpr std::string_view kCompletionRate = "完成率";
inline constexpr auto kChangeWords = words({"增长", "提高", "增加", "上升", "下降",
                                                              "减少", "降低", "增幅", "上浮", "压减",
                                                              "压缩", "提升", "上涨", "降幅"});
inline constexpr auto kCumulativeWords = words({
    "累计", "共", "总计", "合计", "共计", "总数", "今年以来", "截至", "截止", "已达", "增至", "总共", "达到", "达"});
inline constexpr std::string_view kAltogether = "共";
inline constexpr std::string_view kPublic = "公共";
inline constexpr auto kAfterShared = words({"享", "同", "产", "青", "治", "建共"});
inline constexpr auto kIncrementWords = words({"新增", "增加", "本月", "当月",
                                                                 "再", "新开工", "净增", "月内"});
inline constexpr auto kLevelWords = words({"标准", "每人每", "每月", "每年", "每人", "每户"});
inline constexpr auto kOfWhich = words({"其中", "（含", "包括"});
inline constexpr std::string_view kEach = "各";
inline constexpr std::string_view kPercentOf = "百分之";

// A figure of these may be below zero; a sign elsewhere is a dash.
inline constexpr auto kNegativeSigns = words({"-", "−", "－", "负"});
inline constexpr auto kSignedNouns = words(
    {"利润", "利润总额", "增长", "增速", "增幅", "增量", "净额", "结余", "收益", "盈余", "盈利", "差额", "余额", "净利", "同比", "为", "达", "约"});

// Characters that end a clause.
inline constexpr auto kClauseEnds = words({"，", "。", "；", "！", "？", "：",
                                                              ",",  ";",  "\n", "、", "!",  "?"});
inline constexpr auto kRangeMarks = words({"-", "－", "–", "—", "~", "～", "至", "到", "―", "∼", "‐", "−"});

inline constexpr char32_t kYearChar = U'年';
inline constexpr char32_t kMonthChar = U'月';
inline constexpr char32_t kDayChar = U'日';
inline constexpr char32_t kPointChar = U'点';
inline constexpr char32_t kNumberChar = U'号';
inline constexpr char32_t kTitleOpen = U'《';
inline constexpr char32_t kTitleClose = U'》';
inline constexpr char32_t kQuoteOpen = U'“';
inline constexpr char32_t kQuoteClose = U'”';
inline constexpr char32_t kInside = U'内';
inline constexpr auto kDayStays = words({"内", "以内", "之内", "以上", "游", "均"});
inline constexpr auto kYearEnds = words({"底", "初", "内", "度", "末", "中", "前"});
inline constexpr std::string_view kOpenBracket = "（";
inline constexpr std::string_view kCloseBracket = "）";
inline constexpr std::string_view kFlatOpenBracket = "〔";
inline constexpr std::string_view kItemMarks = "、.．）)";

inline constexpr std::string_view kCloseTitleText = "》";
inline constexpr std::string_view kCloseQuoteText = "”";
inline constexpr std::string_view kYearText = "年";
inline constexpr std::string_view kNearText = "近";
// Behind "year": a grade, a system, a number.
inline constexpr auto kNamesOfYears = words({"级", "制", "号"});
inline constexpr auto kTimeUnits = words({"天", "日", "月", "年", "小时", "分钟", "%", "周"});
// Before jin or yue: "most recent", "nearby", "contract", "sign", "restrict", "save" are no approximations.
inline constexpr auto kNearCompounds = words({"最", "附", "靠", "新", "合",
                                                                 "签", "制", "节", "邻", "集"});

}  // namespace duban
