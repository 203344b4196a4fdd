// Words that the checks look for.
#pragma once

#include <array>
#include <string_view>

namespace duban {

inline constexpr auto kElementMarks = std::to_array<std::string_view>({"、", "和", "及", "以及", "与"});
inline constexpr std::string_view kComma = "、";
inline constexpr std::string_view kFullCommaMark = "，";
inline constexpr std::string_view kSemicolon = "；";
inline constexpr std::string_view kFullColon = "：";
inline constexpr std::string_view kEtc = "等";
inline constexpr auto kOpenBrackets = std::to_array<std::string_view>({"（", "("});
inline constexpr auto kCloseBrackets = std::to_array<std::string_view>({"）", ")"});
inline constexpr auto kNotExhaustive = std::to_array<std::string_view>({"含", "其中", "不含", "包括", "包含", "如"});
inline constexpr auto kOfWhichWords = std::to_array<std::string_view>({"其中"});
inline constexpr auto kRestWords = std::to_array<std::string_view>({"其余", "其他", "剩余"});
inline constexpr auto kGrandTotal = std::to_array<std::string_view>({"总计", "合计", "共计", "总共", "两项合计", "累计共"});
inline constexpr auto kNotAPart = std::to_array<std::string_view>({"不合格", "不含", "其中", "未", "退回", "（含", "含"});
inline constexpr auto kCumulativeMarks = std::to_array<std::string_view>({"累计", "共计", "共", "全市", "总", "已", "合计"});
inline constexpr auto kIncrementMarks = std::to_array<std::string_view>({"新增", "增加", "完成", "本月", "新", "再", "全市"});
inline constexpr auto kRegionEnds = std::to_array<std::string_view>({"县", "区", "市", "镇", "乡", "街道", "村"});
inline constexpr std::string_view kAccountsFor = "占";
inline constexpr std::string_view kEachMark = "各";

// Positions and the people put into them.
inline constexpr auto kPositions = std::to_array<std::string_view>({"岗位", "学位", "床位", "托位"});
inline constexpr auto kPlaced = std::to_array<std::string_view>({"安置", "上岗", "在岗", "入托", "入住", "就读"});
inline constexpr auto kApplied = std::to_array<std::string_view>({"申报", "收到", "申请", "参评"});
inline constexpr auto kApproved = std::to_array<std::string_view>({"通过", "评出", "认定", "命名", "获批"});

// A pass rate is worked out from what failed.
inline constexpr auto kFailed = std::to_array<std::string_view>({"不合格", "未通过", "不达标"});
inline constexpr auto kRateNouns = std::to_array<std::string_view>({"合格率", "通过率", "达标率", "完成率", "覆盖率", "占比"});

inline constexpr auto kReasons = std::to_array<std::string_view>(
    {"要求", "经批准", "经省", "经市政府", "经市委", "上级下达", "省下达", "疫情", "重新核定", "因", "由于", "根据", "按照", "批复"});
inline constexpr auto kChanged = std::to_array<std::string_view>(
    {"追加至", "追加到", "调整为", "调整至", "增加至", "增加到", "调减至", "核减为", "变更为", "提高至", "下调为"});

inline constexpr auto kYearGoalWords = std::to_array<std::string_view>(
    {"年度任务", "年度目标", "全年任务", "全年目标", "年度治理任务", "年度工作目标", "全面完成"});
inline constexpr auto kUpToNow = std::to_array<std::string_view>(
    {"截至目前", "截止目前", "目前", "全年", "今年", "本年", "年内", "全部", "1-12月", "年度"});
inline constexpr std::string_view kDoneWord = "全部完成";
inline constexpr auto kOnwards = std::to_array<std::string_view>({"起", "开始", "以来", "以后", "后"});
inline constexpr auto kCannotEnd = std::to_array<std::string_view>({"的", "和", "及", "与", "、", "，", "将", "对", "为", "并"});
inline constexpr auto kNextSteps = std::to_array<std::string_view>({"下一步", "下步", "接下来", "明年", "2023年将", "将继续"});
// Stages of work from low to high.
struct Stage {
    std::string_view word;
    int height;
};
inline constexpr auto kStages = std::to_array<Stage>({
    {"拟", 0},       {"调研", 1},     {"选址", 1},     {"确定", 2},   {"立项", 2},   {"招标", 3},   {"前期", 2},
    {"开展", 4},     {"启动", 4},     {"开工", 4},     {"在建", 5},   {"施工", 5},   {"基础施工", 5}, {"推进", 4},
    {"主体完工", 7}, {"封顶", 7},     {"基本建成", 8}, {"建成", 9},   {"竣工", 9},   {"完工", 9},   {"投用", 10},
    {"投入使用", 10}, {"建成投用", 10}, {"投入运营", 10}, {"全覆盖", 9}, {"有效覆盖", 8}, {"通车", 10}, {"启用", 10},
});


inline constexpr std::string_view kTitleBegin = "《";
inline constexpr std::string_view kTitleEnd = "》";

}  // namespace duban
