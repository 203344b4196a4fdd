// The sentences of a bulletin. {name} is filled in; which are used when stands in bulletin.cpp.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

// Words in a report that introduce a reason or say what is missing.
inline constexpr auto kReasonWords = words({
    "由于", "因受", "受疫情", "受天气", "影响", "制约", "原因", "滞后",
    "困难", "尚未", "暂未", "未能", "未落实", "未开工", "未到位", "正在等", "有待", "不足",   "问题"});

inline constexpr std::string_view kBulletinTitle = "关于{title}的通报";
inline constexpr std::string_view kBulletinWord = "通报";
inline constexpr std::string_view kBulletinAbout = "关于";
inline constexpr std::string_view kBulletinPlain = "民生实事推进情况";
inline constexpr std::string_view kBulletinReceivers = "各牵头单位：";
inline constexpr std::string_view kBulletinOpening =
    "{title}的材料共列{categories}类、{tasks}项任务，由{units}个单位牵头。"
    "现根据各单位上报的材料，将{until}的推进情况通报如下。";
inline constexpr std::string_view kBulletinUntil = "截至{month}月底";
inline constexpr std::string_view kBulletinUntilYear = "全年";
inline constexpr std::string_view kBulletinUntilNow = "本期";
inline constexpr std::string_view kBulletinStanding = "一、总体情况";
inline constexpr std::string_view kBulletinStatuses = "从各单位自报的工作成效看：{list}。";
inline constexpr std::string_view kBulletinStatus = "“{status}”{n}项";
inline constexpr std::string_view kBulletinNoStatus = "未填报{n}项";
inline constexpr std::string_view kBulletinVerdicts =
    "从数量目标看，措施和计划中列明的数量目标共{n}个：{list}。";
inline constexpr std::string_view kBulletinVerdict = "{verdict}{n}个";
inline constexpr std::string_view kBulletinUnderPlan = "低于计划进度";
inline constexpr std::string_view kBulletinOnPlan = "达到计划进度";
inline constexpr std::string_view kBulletinGoingOn = "尚在推进";
inline constexpr std::string_view kBulletinHolds = "材料中的合计、占比等算式，经核算一致的有{n}处。";
inline constexpr std::string_view kBulletinBehind = "二、进度滞后事项";
inline constexpr std::string_view kBulletinNoneBehind =
    "按上报数据，没有低于计划进度的数量目标，也没有自报滞后的任务。";
inline constexpr std::string_view kBulletinBehindCount = "共{n}项，涉及{units}个单位。";
inline constexpr std::string_view kBulletinItem = "（{ordinal}）{task}（{unit}）";
inline constexpr std::string_view kBulletinNoUnit = "未列牵头单位";
inline constexpr std::string_view kBulletinShortOfPlan =
    "{subject}：全年目标{target}，{until}计划{planned}，上报{result}，少{missing}。";
inline constexpr std::string_view kBulletinShortOfTarget =
    "{subject}：目标{target}，上报{result}，少{missing}。";
inline constexpr std::string_view kBulletinClaimed = "自报工作成效为“{status}”。";
inline constexpr std::string_view kBulletinReason = "材料中的说明：“{reason}”";
inline constexpr std::string_view kBulletinNoReason = "材料中未说明原因，请补充。";
inline constexpr std::string_view kBulletinCheck = "三、需要核对的内容";
inline constexpr std::string_view kBulletinCheckIntro =
    "材料中有{n}处文字或数据前后不一致、缺少依据或尚在等待结果，请有关单位核对后更正或说明。";
inline constexpr std::string_view kBulletinNoneToCheck = "没有发现需要核对的内容。";
inline constexpr std::string_view kBulletinFinding = "{n}.{task}（{unit}）：{sentence}。";
inline constexpr std::string_view kBulletinBeside = "表外文字";
inline constexpr std::string_view kBulletinAnnexNote = "附件：数量目标完成情况表";
inline constexpr std::string_view kBulletinAnnex = "附件";
inline constexpr std::string_view kBulletinAnnexTitle = "数量目标完成情况表";
inline constexpr std::string_view kBulletinNone = "—";
inline constexpr std::string_view kBulletinImprint = "{issuer}　{date}印发";
inline constexpr std::string_view kBulletinDate = "{year}年{month}月{day}日";
inline constexpr std::string_view kBulletinComma = "，";

inline constexpr std::array<std::string_view, 11> kOrdinalDigits{
    "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

inline constexpr std::string_view kOrdinalHundred = "百";
inline constexpr std::string_view kOrdinalZero = "零";

struct AnnexColumn {
    std::string_view heading;
    double width;  // millimetres
    bool centred;
};
inline constexpr std::array kAnnexColumns{
    AnnexColumn{"编号", 14, true},     AnnexColumn{"任务", 46, false},
    AnnexColumn{"牵头单位", 30, true}, AnnexColumn{"数量目标", 46, false},
    AnnexColumn{"目标值", 22, true},   AnnexColumn{"计划进度", 22, true},
    AnnexColumn{"上报结果", 22, true}, AnnexColumn{"核对结果", 20, true},
    AnnexColumn{"自报成效", 24, true}};

}  // namespace duban
