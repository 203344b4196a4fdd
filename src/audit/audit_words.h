// Words that the checks look for.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kElementMarks = words({"、", "和", "及", "以及", "与"});
inline constexpr std::string_view kComma = "、";
inline constexpr std::string_view kFullCommaMark = "，";
inline constexpr std::string_view kSemicolon = "；";
inline constexpr std::string_view kFullColon = "：";
inline constexpr std::string_view kEtc = "等";
inline constexpr auto kOpenBrackets = words({"（", "("});
inline constexpr auto kCloseBrackets = words({"）", ")"});
inline constexpr auto kNotExhaustive = words({"含", "其中", "不含", "包括", "包含", "如"});
inline constexpr auto kOfWhichWords = words({"其中"});
inline constexpr auto kRestWords = words({"其余", "其他", "剩余", "余下", "剩下"});
inline constexpr auto kGrandTotal = words({"总计", "合计", "共计", "总共", "两项合计", "累计共"});
inline constexpr auto kNotAPart = words({"不合格", "不含", "其中", "未", "退回", "（含", "含"});
inline constexpr auto kCumulativeMarks = words({"累计", "共计", "共", "全市", "总", "已", "合计"});
inline constexpr std::string_view kMonthWord = "月";
inline constexpr auto kAfterMonth = words({"份", "底", "末"});
// A total that was lowered on purpose.
inline constexpr auto kTakenOut = words({"核减", "剔除", "核销", "退出", "核实", "更正", "重新统计", "口径"});
// A rate of what was due only; a rate of a plan is another check's matter.
inline constexpr auto kDueOnly = words({"计划", "目标", "任务", "应", "到期", "按期", "限期", "按时", "及时", "符合条件", "具备条件"});
inline constexpr std::string_view kRateWord = "率";
inline constexpr auto kIncrementMarks = words({"新增", "增加", "完成", "本月", "新", "再", "全市"});
inline constexpr auto kRegionEnds = words({"县", "区", "市", "镇", "乡", "街道", "村"});
// Words that divide a whole without overlap: of one group each part must name another member.
inline constexpr std::array kPartitions{
    std::to_array<std::string_view>({"男", "女", "", "", "", "", "", "", ""}),
    std::to_array<std::string_view>({"城区", "城镇", "城市", "乡村", "农村", "乡镇", "镇区", "市区", "县城"}),
    std::to_array<std::string_view>({"幼儿", "小学", "初中", "高中", "中职", "大学", "学前", "", ""}),
    std::to_array<std::string_view>({"机关", "学校", "企业", "社区", "医院", "商场", "车站", "公园", "村居"}),
    std::to_array<std::string_view>({"线上", "线下", "", "", "", "", "", "", ""}),
    std::to_array<std::string_view>({"上半年", "下半年", "", "", "", "", "", "", ""}),
    std::to_array<std::string_view>({"新建", "改扩建", "改造", "改建", "", "", "", "", ""}),
    std::to_array<std::string_view>({"完工", "在建", "正在施工", "未开工", "施工中", "未动工", "", "", ""}),
    std::to_array<std::string_view>({"C级", "D级", "", "", "", "", "", "", ""}),
};
// Names of sections and batches end so.
inline constexpr auto kSectionEnds = words({"片", "段", "线", "片区", "标段", "批", "期", "组团", "园区", "校区"});
inline constexpr auto kOtherYears = words({"上年", "前年", "去年", "往年", "历年", "另计", "另有", "另外", "上一年"});
inline constexpr std::string_view kAccountsFor = "占";
inline constexpr std::string_view kEachMark = "各";

// Positions and the people put into them.
inline constexpr auto kPositions = words({"岗位", "学位", "床位", "托位"});
inline constexpr auto kPlaced = words({"安置", "上岗", "在岗"});
inline constexpr auto kApplied = words({"申报", "收到", "申请", "参评"});
inline constexpr auto kApproved = words({"通过", "评出", "认定", "命名", "获批"});

// A pass rate is worked out from what failed.
inline constexpr auto kFailed = words({"不合格", "未通过", "不达标"});
inline constexpr auto kRateNouns = words({"合格率", "通过率", "达标率", "完成率", "覆盖率", "占比"});

inline constexpr auto kReasons = words(
    {"要求", "经批准", "经省", "经市政府", "经市委", "上级下达", "省下达", "疫情", "重新核定", "因", "由于", "根据", "按照", "批复"});
inline constexpr auto kChanged = words(
    {"追加至", "追加到", "调整为", "调整至", "增加至", "增加到", "调减至", "核减为", "变更为", "提高至", "下调为"});

inline constexpr auto kOwnRates = words({"通过率", "合格率", "达标率", "建成", "占", "比例"});
// Nouns of rates and standards, which a share of an amount cannot stand for.
inline constexpr auto kLevelNouns = words({"率", "比例", "占比", "标准", "限额", "额度", "比重"});
// Said before an average, a rate or a standard.
inline constexpr auto kAverages = words(
    {"平均", "年均", "人均", "户均", "日均", "月均", "均价", "每千", "每万", "每百", "每人", "每户", "标准", "时限", "时长", "浓度", "密度", "比例", "率"});
// A later month that takes up what is left.
inline constexpr auto kTheRest = words({"全部", "其余", "剩余", "100%", "收尾", "扫尾", "完工", "竣工", "验收"});
// A benefit that is raised, and the words for it.
inline constexpr auto kRaised = words({"提高", "调整", "上调", "提标", "增长", "上浮"});
inline constexpr auto kBenefits = words({"待遇", "津贴", "养老金", "抚恤", "救助标准", "补助标准", "补贴标准", "保障标准", "低保标准"});
// Another base than the year's goal of the figure beside it.
inline constexpr auto kOtherBase = words(
    {"分别", "投资", "资金", "超额", "十四五", "省定", "省下达", "上级", "当月", "本月", "月度", "上半年", "下半年", "季度", "阶段", "工程量", "总量", "三年", "建设任务"});
inline constexpr auto kYearGoalWords = words(
    {"年度任务", "年度目标", "全年任务", "全年目标", "年度治理任务", "年度工作目标", "全面完成"});
inline constexpr auto kUpToNow = words(
    {"截至目前", "截止目前", "目前", "全年", "今年", "本年", "年内", "全部", "1-12月", "年度"});
inline constexpr std::string_view kDoneWord = "全部完成";
inline constexpr auto kOnwards = words({"起", "开始", "以来", "以后", "后"});
inline constexpr auto kCannotEnd = words({"的", "和", "及", "与", "、", "，", "将", "对", "为", "并"});
inline constexpr auto kNextSteps = words({"下一步", "下步", "接下来", "明年", "将继续"});

inline constexpr std::string_view kTitleBegin = "《";
inline constexpr std::string_view kTitleEnd = "》";

}  // namespace duban
