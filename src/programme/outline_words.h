// Marks that number the paragraphs of a text, and words that tell an item from a point of one.
#pragma once

#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kRoundOpens = words({"（", "(", "﹙"});
inline constexpr auto kRoundCloses = words({"）", ")", "﹚"});
inline constexpr auto kOpenSquare = words({"【", "[", "［", "〔"});
inline constexpr auto kCloseSquare = words({"】", "]", "］", "〕"});
inline constexpr auto kAfterHanNumber = words({"、", "．", ".", "，"});
inline constexpr auto kAfterDigits = words({"、", "．", "."});
inline constexpr std::string_view kOrdinal = "第";
inline constexpr auto kOrdinalNouns = words({"件", "项", "类", "部分", "章", "条", "个"});
inline constexpr auto kAfterOrdinal = words({"：", ":", "、", "，", " ", "　", "．", "."});
inline constexpr auto kNamedNumbers = words({"实事项目", "民生实事", "实事", "项目", "任务", "工程", "指标", "事项", "专项", "行动", "实事之", "之"});
inline constexpr std::string_view kIs = "是";
inline constexpr auto kBullets = words({"■", "●", "◆", "★", "▲", "•", "◎", "□"});

// A title ends here; the brackets of what stands in it are looked through.
inline constexpr auto kTitleEnds = words({"。", "：", ":", "；", ";", "——", "\n"});
inline constexpr auto kTitleCommas = words({"，", ","});

// A point that begins so reports on the item that it stands under.
inline constexpr auto kReportBegins = words(
    {"已", "截至", "截止", "目前", "正在", "累计", "完成", "现已", "今年以来", "建成", "其中"});

// Digits before these are a date.
inline constexpr auto kDateSigns = words({"年", "月", "日", "号"});

// A paragraph that begins so closes the document.
inline constexpr auto kClosingBegins = words(
    {"附件", "附：", "附表", "注：", "备注：", "说明：", "联系人", "联系电话", "特此", "抄送", "（此件", "监督电话", "信息来源", "来源：", "各责任单位", "各牵头单位", "各单位", "各部门", "各级", "请各", "希望各", "若对", "如对", "如有异议", "公示期", "监督举报", "举报电话", "扫一扫", "责任编辑", "相关阅读", "打印", "初审"});
// A section of a report beside those that hold its items; a heading that holds one of these is none.
inline constexpr auto kBesideItems = words(
    {"存在的不足", "存在的问题", "存在问题", "存在的主要问题", "主要问题", "问题和不足", "困难和问题", "下一步", "下步", "下阶段", "下年度", "明年工作", "总体情况", "基本情况", "总体进展", "工作建议", "意见建议", "工作要求", "有关要求", "几点建议", "主要做法", "工作体会"});
// A short line that ends so, alone, is a signature.
inline constexpr auto kSignatureEnds = words({"办公室", "人民政府", "委员会", "局", "督查室", "领导小组", "日"});
// A short line without a number that ends so is the heading of what follows.
inline constexpr auto kHeadingEnds = words({"类", "方面", "领域", "工程", "行动", "篇", "专项"});

}  // namespace duban
