// Words that decide whether a report speaks of the same class of things as the promise.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

// Words that mark off a class which is counted by itself in statistics and standards (a bed for
// nursing care is a bed, not the other way round); a report that means it says its root.
struct Qualifier {
    std::string_view word;
    std::string_view root;
};
inline constexpr auto kQualifiers = std::to_array<Qualifier>({
    {"示范", "示范"},     {"样板", "样板"},     {"标杆", "标杆"},   {"星级", "星级"},   {"标准化", "标准"},
    {"普惠", "普惠"},     {"护理型", "护理"},   {"公办", "公办"},   {"新能源", "能源"}, {"无障碍", "无障碍"},
    {"高标准", "高标准"}, {"保障性", "保障"},   {"装配式", "装配"}, {"智慧", "智"},     {"专用", "专用"},
});
inline constexpr auto kQualifierTails = words({"性", "型", "的"});
// Of a level: "of city level and above" is a wider class than "of city level".
inline constexpr auto kLevels = words({"国家级", "省级", "市级", "县级"});
inline constexpr auto kLevelAndAbove = words({"级以上", "级及以上"});

// Classes beside one another: who means the one does not mean the other.
inline constexpr auto kSiblings = std::to_array<std::array<std::string_view, 2>>({
    {"行政村", "自然村"}, {"中小学", "幼儿园"},   {"公办", "民办"},   {"城镇", "农村"},     {"城市", "农村"},   {"新建", "改造"},
    {"小学", "幼儿园"},   {"企业", "个体工商户"}, {"男", "女"},       {"国道", "农村公路"}, {"廉租", "公租"},
});
// Nouns that a great many things end with: what sets a thing apart stands before them.
inline constexpr auto kGenericNouns = words(
    {"工程", "项目", "工作", "活动", "任务", "事项", "设施", "行动", "建设", "改造", "新建", "新增", "建成", "完成", "实施", "累计",
     "全市", "全县", "全区", "全年", "共计", "总计", "合计", "目前", "截至", "开展", "提升", "达到"});

inline constexpr std::string_view kQuoteBegin = "“";
inline constexpr std::string_view kQuoteEnd = "”";

// Said before a surplus over the target: "N more than the task".
inline constexpr auto kExcess = words(
    {"超任务", "超目标", "超计划", "超年度任务", "超年度目标", "超全年任务", "超出任务", "超出目标", "超出计划", "比任务多", "比目标多",
     "比计划多", "较任务多", "较目标多", "较计划多", "超额完成任务", "超额完成", "超额建成", "超额"});

}  // namespace duban
