// Words of the prose of bulletins: how items are counted by status, shares, ranks and changes
// against the year before.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kStatementEnds = words({"。", "！", "\n"});
// Marks that part a figure from words that are not its own.
inline constexpr std::string_view kClauseGroupEnd = "；";
inline constexpr auto kFigureMarks = words(
    {"，", "。", "；", "：", "、", "！", "\n", "（", "）", "(", ")", ";", "? "});

// What a count of items says of them.
enum class StatusGroup : std::uint8_t {
    kNone,
    kDone,
    kMostlyDone,
    kUnderWay,
    kBehind,
    kNotBegun,
    kStopped,
    kNotDone,
    kRest,
    kGreen,
    kYellow,
    kRed,
    kBlue,
};
struct StatusGroupWord {
    std::string_view word;
    StatusGroup group;
};
// The first that stands in the words counts.
inline constexpr auto kStatusGroupWords = std::to_array<StatusGroupWord>({
    {"其余", StatusGroup::kRest},
    {"剩余", StatusGroup::kRest},
    {"余下", StatusGroup::kRest},
    {"未完成", StatusGroup::kNotDone},
    {"未办结", StatusGroup::kNotDone},
    {"未销号", StatusGroup::kNotDone},
    {"未启动", StatusGroup::kNotBegun},
    {"未开工", StatusGroup::kNotBegun},
    {"待启动", StatusGroup::kNotBegun},
    {"待开工", StatusGroup::kNotBegun},
    {"未实施", StatusGroup::kNotBegun},
    {"滞后", StatusGroup::kBehind},
    {"缓慢", StatusGroup::kBehind},
    {"落后", StatusGroup::kBehind},
    {"未达序时", StatusGroup::kBehind},
    {"未达到序时", StatusGroup::kBehind},
    {"暂停", StatusGroup::kStopped},
    {"中止", StatusGroup::kStopped},
    {"终止", StatusGroup::kStopped},
    {"停工", StatusGroup::kStopped},
    {"基本完成", StatusGroup::kMostlyDone},
    {"主体完工", StatusGroup::kUnderWay},
    {"推进", StatusGroup::kUnderWay},
    {"正在实施", StatusGroup::kUnderWay},
    {"实施中", StatusGroup::kUnderWay},
    {"正在办理", StatusGroup::kUnderWay},
    {"办理中", StatusGroup::kUnderWay},
    {"在建", StatusGroup::kUnderWay},
    {"正在建设", StatusGroup::kUnderWay},
    {"建设中", StatusGroup::kUnderWay},
    {"正在施工", StatusGroup::kUnderWay},
    {"进行中", StatusGroup::kUnderWay},
    {"序时", StatusGroup::kUnderWay},
    {"正在整改", StatusGroup::kUnderWay},
    {"整改中", StatusGroup::kUnderWay},
    {"绿灯", StatusGroup::kGreen},
    {"黄灯", StatusGroup::kYellow},
    {"红灯", StatusGroup::kRed},
    {"蓝灯", StatusGroup::kBlue},
    {"完成", StatusGroup::kDone},
    {"办结", StatusGroup::kDone},
    {"销号", StatusGroup::kDone},
    {"建成", StatusGroup::kDone},
    {"完工", StatusGroup::kDone},
    {"竣工", StatusGroup::kDone},
    {"投用", StatusGroup::kDone},
});
// Not yet so, or of something else than the items: no part of the whole.
inline constexpr auto kNotCounted = words(
    {"计划", "预计", "力争", "拟", "目标", "应完成", "需完成", "确保", "下月", "平均", "每", "同比", "上月", "上年", "去年", "超额", "提前"});
inline constexpr auto kSubset = words({"其中", "包括", "含"});
inline constexpr auto kOpenListWords = words({"等", "约", "近", "左右", "大部分", "多数"});

// Said of how things stand, not of what is counted.
inline constexpr auto kStatusFillers = words(
    {"进度", "进展", "正在", "顺利", "目前", "已有", "正常", "严重", "明显", "按计划", "按期", "如期", "处于", "状态", "存在", "相对", "较为", "整改", "办理", "建设", "实施", "改造"});
inline constexpr auto kMinusSigns = words({"-", "－", "−", "负"});

// Shares.
inline constexpr std::string_view kShareVerb = "占";
inline constexpr std::string_view kOf = "的";
inline constexpr auto kOfTheWhole = words({"总", "全部", "占比", "比重", "比例"});
inline constexpr auto kRatesOfDone = words({"完成率", "办结率", "销号率", "建成率", "开工率", "到位率", "支付率", "完工率"});
inline constexpr auto kPlannedCount = words({"计划", "目标", "任务", "应", "共", "总", "交办", "受理"});
inline constexpr auto kDoneCount = words({"完成", "办结", "销号", "建成", "开工", "到位", "支付", "完工", "已"});
inline constexpr auto kGoalShareWords = words({"年度", "全年", "目标", "计划", "任务数"});

inline constexpr auto kWorksUnderWay = words({"主体", "封顶", "形象进度", "工程量", "投资", "在建", "施工", "装修", "阶段"});

// League tables.
inline constexpr auto kRankMarkers = words(
    {"排名前", "排前", "居前", "前三名", "前五名", "前十名", "前三位", "前五位", "前十位", "排名靠前", "排名后", "后三名", "后五名", "后三位",
     "后五位", "居后", "排后", "排名靠后", "靠后的", "靠前的", "由高到低", "从高到低", "由低到高", "从低到高", "末三位", "末位"});
inline constexpr auto kRankOrderSaid = words(
    {"由高到低", "从高到低", "由低到高", "从低到高", "依次", "排名", "名", "位"});
inline constexpr auto kSeveralMeasures = words({"全省", "全国", "分别居", "位居", "位列", "全市第"});
inline constexpr std::string_view kStatementPart = "；";
inline constexpr std::string_view kPlaceMark = "第";
inline constexpr auto kPlaceNouns = words({"名", "位", "（", "("});

// Changes against the year before.
inline constexpr auto kGrowth = words({"增长", "提高", "增加", "上升", "提升", "上涨", "多"});
inline constexpr auto kDecline = words({"下降", "减少", "降低", "压减", "下跌", "缩短", "回落", "少"});
inline constexpr auto kAgainstLastYear = words(
    {"同比", "比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年", "比上年同期", "较上年同期", "比去年同期", "较去年同期"});
inline constexpr auto kAgainst = words({"比", "较"});
inline constexpr auto kLastYear = words({"上年", "去年", "上一年", "同期"});
inline constexpr auto kFromWords = words({"由", "从"});
inline constexpr auto kToWords = words({"到", "至", "为"});
inline constexpr auto kComparablePrices = words(
    {"可比", "不变价", "同口径", "剔除", "扣除", "实际增长", "生产总值", "增加值", "年均", "平均", "环比", "每年", "两年"});

}  // namespace duban
