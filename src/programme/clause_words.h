// Turns of speech that say nothing about the subject, and marks that end clauses.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kSentenceMarks = words({"。", "；", ";", "！", "\n"});
inline constexpr auto kClauseMarks = words({"，", ",", "。", "；", ";", "！", "：", "\n"});

// Longest first where one begins another.
inline constexpr auto kEmptyWords = words({
    "截至目前", "截至本月底", "今年以来", "全市范围内", "年度目标", "全年任务", "全年目标", "年度任务", "工作任务", "任务目标",
    "不少于", "不低于", "不超过", "不高于", "不大于", "圆满完成", "全面完成", "超额完成", "提前完成", "基本完成",
    "达到", "以上", "以下", "以内", "之内", "左右", "至少", "最多", "超过", "突破", "累计", "共计", "合计", "总计", "总共",
    "全市", "全年", "全部", "各县区", "县区", "我市", "年内", "今年", "年底前", "目前", "完成", "实现", "开展", "进行", "推进",
    "实施", "组织", "建立", "加强", "加大", "加快", "确保", "保障", "做好", "落实", "力争", "争取", "争创", "积极", "大力", "全力",
    "有序", "切实", "深入", "继续", "持续", "进一步", "指导", "督促", "督导", "调度", "协调", "联合", "会同", "工作", "任务",
    "目标", "计划", "活动", "情况", "分别", "其中", "按照", "根据", "通过", "依托", "围绕", "结合", "要求", "统一", "以及", "相关",
    "有关", "方面", "等", "预计", "分批", "为主", "对于", "关于", "已经", "截止", "本月", "当月", "同时", "部署", "新增", "增加",
    "年初承诺", "年初确定", "年初定下", "年初排定", "年初提出", "年初计划", "原定", "既定", "对照", "定下", "承诺", "目标是", "目标为", "任务是", "任务为",
    "计划数为", "计划为", "目标数为", "而", "是", "均", "各", "已", "约", "近", "余", "的", "和"});

// Verbs that stand in front of a subject.
inline constexpr auto kLeadingVerbs = words({
    "对照", "对标", "原定目标分别是", "原定目标分别为", "原定目标是", "原定目标为", "原定", "而年初定下的是", "年初定下的是", "年初定的是",
    "年初确定的是", "年初计划", "年初承诺", "年初提出", "目标分别是", "目标分别为", "目标是", "目标为", "任务是", "任务为", "承诺", "而",
    "完成", "实现", "开展", "推进", "实施", "组织", "建立", "加强", "加大", "加快", "确保", "保障", "做好", "落实", "力争", "争取",
    "争创", "积极", "大力", "全力", "继续", "持续", "深入", "累计", "共计", "共", "已", "全市", "全年", "其中", "年内", "并", "对",
    "至少", "达到", "不少于", "不低于", "超过", "均", "各", "约", "近", "计划", "预计", "目前", "截至目前",
    "今年以来", "我市", "本年度", "努力", "和", "、"});
inline constexpr auto kBehindUnit = words({"以上的", "以上", "以下", "以内", "左右", "（个）", "（段）", "的"});
// "by which 87% grew to 91%": before the first figure, and what ends the words between both.
inline constexpr auto kStartOfChange = words({"由", "从"});
inline constexpr auto kEndOfChange = words({"到", "至", "为"});
inline constexpr std::string_view kOpenMark = "（";
inline constexpr std::string_view kCloseMark = "）";
// Alone they are no subject.
inline constexpr auto kNoSubject = words({"全市", "全年", "对全市", "全区", "全县", "我市"});
inline constexpr std::string_view kListMark = "、";
inline constexpr auto kTrailingWords = words({
    "达到", "达", "不少于", "不低于", "不超过", "不高于", "不大于", "不多于", "不小于", "超过", "高于", "低于", "小于", "大于", "至少", "均", "各", "为", "约", "近", "控制在", "保持在", "稳定在",
    "分别", "共", "有", "到", "、"});

}  // namespace duban
