// Words by which the clauses of an item of prose are told apart: what was promised, what comes
// next, what was done.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

// The year's promise said as such.
inline constexpr auto kPromiseWords = words(
    {"年度任务", "年度目标", "年度计划", "全年目标", "全年任务", "全年计划", "目标任务", "任务目标", "工作目标", "任务为", "目标为",
     "目标是", "任务是", "任务数", "计划数", "计划新", "计划建", "计划改", "计划完", "计划投", "计划实", "计划开", "计划为", "计划在",
     "计划于", "计划对", "计划总", "计划用", "计划培", "计划发", "计划安", "计划救", "计划组", "计划购", "计划增", "计划打", "计划推",
     "计划提", "计划全", "计划启", "计划维", "计划整", "计划更", "计划设", "计划创", "计划免", "计划累", "原计划", "今年计划",
     "年计划", "年拟", "拟新", "拟建", "拟改", "拟投", "拟在", "拟对", "拟于", "拟完", "拟实", "拟开", "承诺", "年内", "今年将",
     "我市将", "我区将", "我县将", "将新建", "将建", "将改造", "将完成", "将实施", "将开展", "将为", "将对", "本年度将", "原定", "年初定", "年初确定",
     "年初排定", "年初目标", "年初提出", "年初安排", "年初部署", "定下目标", "目标分别", "任务分别", "提出新", "提出建", "提出改",
     "提出完成", "提出打造", "提出开", "方案要求", "计划要求", "任务要求", "清单要求", "文件要求", "目标要求", "部署要求", "方案提出", "方案确定",
     "计划确定"});
// "Must" as a verb of the promise, unless one of these stands around it.
inline constexpr std::string_view kMustWord = "要";
inline constexpr auto kAfterNoMust = words(
    {"求", "素", "点", "件", "道", "害", "么", "是", "领", "闻", "义", "地", "塞", "职", "务", "的", "性", "环节", "内容", "任务", "目标", "场", "、", "，", "。"});
inline constexpr auto kBeforeNoMust = words(
    {"需", "重", "主", "必", "紧", "纪", "概", "不", "只", "首", "摘", "次", "显", "扼", "简", "险", "机", "想", "还", "提", "若"});
// At the end of a promise these say what is to come of it.
inline constexpr auto kOutcomeWords = words(
    {"并投入使用", "均投入使用", "全部完工", "全部建成", "全部竣工", "全部投入使用", "全部投用", "全部开工", "全部到位", "全部完成"});
// A clause with one of these says that its figure is the goal.
inline constexpr auto kGoalSaid = words(
    {"目标为", "目标是", "任务为", "任务是", "计划为", "计划是", "目标分别", "任务分别", "目标数", "任务数", "计划数", "年初承诺", "年初目标", "年初计划",
     "年初任务", "年初确定", "年初定", "年初排定", "年初安排", "年初提出", "原定", "原计划", "承诺的是", "承诺数"});
// "Against the goal of ...".
inline constexpr auto kHeldAgainst = words({"对照", "对标", "针对", "围绕", "按照", "根据", "对应", "相对", "对比", "较之"});
inline constexpr auto kNamesOfGoal = words({"目标", "任务", "目标任务", "计划", "承诺", "要求", "指标"});
inline constexpr std::string_view kGoalQuote = "“";
inline constexpr std::string_view kGoalQuoteEnd = "”";
// Behind the goal these go on with the report before it.
inline constexpr auto kAsideWords = words({"另", "此外", "同时", "还", "并", "超", "多"});
// A sentence that begins so goes on with the promise before it.
inline constexpr auto kGoesOn = words({"其中", "每", "同时", "此外", "并", "另", "还", "包括", "分别", "主要", "力争", "确保"});
// Limits that are set rather than found.
inline constexpr auto kSetLimits = words({"不少于", "不低于", "不高于", "不超过", "不大于"});
// "By the end of the year, ...": a report where nothing is said to be due.
inline constexpr auto kUntilWords = words({"到了", "到", "至"});
inline constexpr std::string_view kEndOfYear = "年底";
// Also, where no report has begun.
inline constexpr auto kWillWords = words(
    {"确保", "力争", "争取", "预计", "努力", "将于", "将在", "将继续", "将进一步", "将全面", "即将", "年底前", "底前", "拟", "届时"});
inline constexpr std::string_view kPlanned = "计划";
inline constexpr auto kPlannedNouns = words({"任务", "目标", "的", "数", "总投资", "投资", "生育", "完成率"});
inline constexpr auto kBeforePlan = words({"年度", "全年", "按", "较", "比", "超", "占", "照", "完成", "达", "行动", "月度"});
inline constexpr auto kBracketPromises = words({"任务", "目标", "计划", "年度", "全年", "原计划", "年初"});
// The year's promise, unless what was done is said with it.
inline constexpr auto kWholeYear = words({"全年", "今年要", "年度"});
// These make the words above a measure of what was done, or a name.
inline constexpr auto kOfTheGoal = words(
    {"占全年", "占年度", "占年", "占计划", "占目标", "占总", "占任务", "完成全年", "完成年度", "完成计划", "完成目标", "完成任务", "完成率",
     "完成比例", "达全年", "达年度", "达到年度", "达到全年", "达计划", "为年度", "为全年", "是年度", "是全年", "超额", "超目标", "超任务",
     "超计划", "超年度", "超全年", "超出年度", "超出全年", "超出计划", "超过年度", "超过全年", "目标任务的", "年度任务的", "年度目标的",
     "全年任务的", "全年目标的", "计划的", "目标的", "任务量的", "任务数的", "任务的", "提前完成", "圆满完成", "全面完成", "任务已",
     "目标已", "按计划", "按年度计划", "较计划", "比计划", "计划生育"});

// What was done, or is being done.
inline constexpr auto kDoneWords = words(
    {"已", "截至", "截止", "目前", "如今", "眼下", "迄今", "显示", "实际", "累计", "正在", "至今", "今年以来", "共完成", "共建成", "共发放", "共开展", "共组织",
     "共改造", "共新建", "共培训", "共救助", "共检查", "完成率", "顺利推进", "有序推进", "稳步推进", "进展顺利", "扎实推进", "均投入使用",
     "全部完工", "全部建成", "全部竣工", "全部投入使用", "全部投用", "全部开工", "全部到位", "全部完成", "并投入使用", "实现了", "完成了",
     "建成了", "开展了", "组织了", "发放了", "新建了", "改造了", "开工率", "投用率"});
// In these the first of the words above says nothing.
inline constexpr auto kNotDone = words({"已有", "已建成区", "已建成的", "而已", "显示屏", "显示器", "显示牌", "实际需", "实际困难", "实际问题", "实际情况", "实际出发", "实际行动", "实际居住", "实际种植"});
// What was done, where nothing else tells.
inline constexpr auto kWeakDone = words(
    {"建成", "竣工", "完工", "投用", "投入使用", "开工", "启动", "交付", "通车", "完成", "惠及", "受益", "达到", "达", "实现",
     "发放", "开展了", "主体", "施工", "验收", "运营", "开放", "共", "完毕", "进展", "率"});
// A period that begins a clause tells a report where none of these follows it.
inline constexpr auto kAheadWords = words({"底前", "前", "计划", "预计", "拟", "将", "力争", "确保", "争取"});
inline constexpr std::string_view kFromThen = "起";

// From here on to the end of the paragraph: what comes next.
inline constexpr auto kNextWords = words(
    {"下一步", "下步", "下阶段", "下一阶段", "接下来", "后续将", "后期将", "下月", "次月", "明年", "下一年"});

// A document whose title has these reports; with these it plans.
inline constexpr auto kReportTitles = words({"情况", "进展", "通报", "完成", "成效", "总结", "公示", "进度", "报告", "落实", "盘点", "兑现", "述职", "纪实", "公告", "晒单", "账单", "答卷", "成绩单", "回头看", "亮账"});
inline constexpr auto kPlanTitles = words({"计划", "方案", "安排", "清单", "任务分解", "目标"});

// Lead units in the brackets behind a title.
inline constexpr std::array<char32_t, 3> kOpeningMarks{U'（', U'(', U'【'};
inline constexpr std::array<char32_t, 2> kSemicolons{U'；', U';'};
inline constexpr char32_t kDashMark = U'—';
inline constexpr auto kUnitTails = words(
    {"局", "委", "办", "厅", "公司", "集团", "政府", "部", "中心", "管委会", "街道办", "联合会", "残联", "妇联", "总工会", "工会", "团市委", "单位", "委员会"});
// In brackets that name units there is none of these.
inline constexpr auto kNoUnits = words({"其中", "包括", "含", "个", "所", "各"});
inline constexpr auto kLeadingRoles = words({"牵头", "负责", "配合", "责任单位", "牵头单位"});

// Before a status these say of what it is one.
inline constexpr auto kStatusSubjects = words(
    {"截至目前", "目前", "该项目", "该任务", "该项工作", "该工作", "此项工作", "本项目", "项目", "任务", "工作", "总体", "整体", "现", "均"});
inline constexpr auto kYearTasks = words({"年度任务", "全年任务", "年度目标", "全年目标", "目标任务"});

// Things that a heading groups by their status.
inline constexpr auto kGroupNouns = words({"项目", "任务", "事项", "实事", "工作", "指标"});
// A title has none of these.
inline constexpr auto kTitleStops = words({"。", "；", "：", "索引号", "发布时间", "发布日期", "浏览次数", "字体", "责任编辑", "首页"});
inline constexpr std::string_view kOfWord = "的";
inline constexpr std::string_view kPercentSign = "%";

}  // namespace duban
