// Words that decide what a promise is, what stage a figure speaks of and what still stands out.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kBestEffort = words({"争取", "力争", "争创", "努力实现", "尽最大努力"});
inline constexpr auto kConditional = words(
    {"待上级", "待省", "待国家", "在具备条件", "具备条件的情况下", "条件成熟", "待文件出台", "出台相关文件后", "视情", "适时"});
inline constexpr auto kDependsOn = words({"上级下达", "按照国家、省统一部署", "按照上级统一部署",
                                                                    "按照省厅统一部署", "按照上级", "经省", "报省", "省下达", "下达任务", "为准", "省级验收", "国家验收"});
inline constexpr auto kLessIsBetter = words(
    {"控制在", "压减", "下降", "降低", "减少", "缩短", "压缩", "不发生", "不超过", "不高于", "降到", "降至", "缩减", "漏损率", "失业率", "事故", "死亡", "浓度", "能耗", "成本", "时限", "投诉率", "发病率", "积案", "空置率", "辍学率", "价格"});
// Counts that nobody should push up.
inline constexpr auto kNeutralCounts = words({"立案", "案件", "信访", "处罚", "查处", "抓获"});

// A count of these is a base or an extent, not a promise.
inline constexpr auto kBaseBehind = words({"中的", "任务目标中", "目标中", "其中的"});
// "xth% of the amount of ...": derived from another figure.
inline constexpr auto kDerivedBefore = words({"额度的", "总额的", "金额的", "限额以下部分给予"});

// Work before the work: figures with these are no result and no target of their own.
inline constexpr auto kPreparing = words(
    {"筛选", "申报", "审核", "摸底", "征集", "调研", "上报", "名单", "报批", "分配", "名额", "确定", "梳理", "建档", "比对", "受理",
     "招标", "立项", "启动建设", "拟定", "收集", "下达", "预算指标", "拨付"});
inline constexpr auto kStarting = words({"开工", "启动", "进场", "动工"});
inline constexpr auto kFinishing = words(
    {"完工", "建成", "竣工", "投用", "投入使用", "完成", "创建完成", "验收", "达到", "达", "到位", "发放", "救助", "培训"});
// How far the works at one site are.
inline constexpr auto kWorksProgress = words({"工程量", "形象进度", "总进度", "建设进度", "主体进度", "工程进度", "施工进度"});
inline constexpr auto kBuilding = words(
    {"建设", "新建", "改建", "扩建", "改造", "新增", "实施", "推进", "在", "打造", "创建", "开工", "启动", "加快"});
// Verbs that works of any kind are counted with.
inline constexpr auto kWorks = words({"新建成", "新建", "改建", "扩建", "改造", "新增", "打造", "创建", "实施", "建设"});
inline constexpr auto kCompleted = words({"完成", "建成", "竣工", "完工", "投用", "到位", "完毕"});

// A report that waits for somebody: "done" beside it is not yet so.
inline constexpr auto kWaiting = words(
    {"等待", "待省", "待国家", "待上级", "待公布", "待公示", "待验收", "待批复", "待审批", "待评审", "有待", "尚待", "正在公示", "公示中",
     "近期拨付", "近期下达", "即将拨付", "尚未拨付", "尚未完成", "尚未建成", "尚未公布", "尚未验收", "尚未批复", "尚未投用", "尚未开工",
     "尚未到位", "尚未下达", "尚未出台", "尚未实施", "尚未竣工", "正在审批", "待拨付", "待认定", "待命名"});
// Behind "wait" these make it a measure of service, not something awaited.
inline constexpr auto kWaitingTimes = words({"座", "椅", "时间", "天数", "时长", "时限", "人数", "区", "室", "厅", "入", "期", "服务", "缩短"});
inline constexpr std::string_view kWait = "等待";
// Behind these words waiting is not the unit's own result: a minor part ("some results not yet out").
inline constexpr auto kMinorWaiting = words({"部分未出", "（部分", "(部分"});

// A part of what is counted has no result yet.
inline constexpr auto kPartAwaited = words(
    {"部分未出", "部分尚未", "部分还未", "部分未完成", "部分未到位", "部分未发放", "部分结果未出", "个别尚未", "个别未"});

// Something that comes once something else is done.
inline constexpr auto kOnceDone = words(
    {"投用后可", "投入使用后可", "建成后可", "建成后将", "完工后可", "完工后将", "全部建成后", "全部投用后", "投用后将", "后预计可"});
// Money on its way: allocated to the counties, paid to the persons.
inline constexpr auto kPays = words({"发放", "拨付", "支付", "支出", "兑付", "兑现", "到账", "打卡"});
inline constexpr auto kFunds = words({"专项资金", "补助资金", "资金", "款项"});
inline constexpr auto kAllocates = words({"下达", "分配", "明确", "安排", "批复", "筹集", "审核", "公示"});
// "Until ... then".
inline constexpr std::string_view kUntil = "待";
inline constexpr std::string_view kThen = "后";
inline constexpr std::string_view kThereupon = "之";
inline constexpr auto kNotUntil = words({"调待", "接待", "等待", "期待", "对待", "招待", "优待", "款待", "看待", "善待", "虐待"});
inline constexpr auto kNotAwaited = words({"遇", "业", "岗", "产", "办"});
// A condition that fell away.
inline constexpr auto kFellAway = words({"不再调整", "不再实施", "不再开展", "不再执行", "不予调整", "暂不调整",
                                                                   "停止实施", "不再进行", "不作调整", "不再安排"});

// This month's amount, not the year's.
inline constexpr auto kThisMonth = words({"本月", "当月", "月份共", "当月新增", "本月份", "上月"});
inline constexpr auto kMonthEnd = words({"本月底", "当月底", "月底"});
// A figure that restates the plan or the task.
inline constexpr auto kRestatesBehind = words({"的计划目标", "的目标", "的工作任务", "的任务", "的年度任务", "的年度目标", "的年度计划", "的全年目标", "的全年任务", "的年初目标", "的既定目标", "的计划", "的要求", "的标准"});
inline constexpr auto kYearsGoal = words({"年度目标", "全年目标", "年度任务", "全年任务", "年度目标任务", "全年目标任务", "年度计划", "全年计划", "目标任务"});
inline constexpr std::string_view kOfIt = "的";
inline constexpr auto kChangedFrom = words({"由", "从", "由原来的", "由原定的"});
inline constexpr auto kPlannedBefore = words({"计划", "原计划", "目标为", "任务为", "年度计划", "追加至", "调整为", "调整至", "增加至"});
inline constexpr auto kAdjustedTo = words(
    {"任务调整为", "任务调整至", "目标调整为", "目标调整至", "任务追加至", "任务增加至", "计划调整为", "计划追加至", "目标提高至", "目标提高到"});
// Parts that do not belong to a success.
inline constexpr auto kFailedParts = words({"不合格", "未完成", "未达", "退回", "剩余", "其中"});
// Counted, but not finished.
inline constexpr auto kUnfinished = words(
    {"在建", "未开工", "未动工", "正在", "施工", "装修", "封顶", "试运行", "尚未", "剩余", "其余", "余下", "还差", "尚有", "未完成",
     "未建成", "收尾", "预计", "待交接", "待验收", "待安装", "待建", "暂缓"});
// What stands behind these in a sentence divides what stands before.
inline constexpr auto kParts = words({"其中", "分别为", "分别是", "包括", "包含", "第一批", "第一阶段"});
// Of another year.
inline constexpr auto kEarlierYears = words({"去年", "上年", "同期", "往年", "前年"});
inline constexpr auto kSumWords = words({"共", "合计", "总计"});
// In use: beyond finished.
inline constexpr auto kInUse = words(
    {"投入使用", "投入运营", "投用", "运营", "启用", "开业", "开放", "通车", "交付", "开园", "开诊", "使用"});
inline constexpr auto kAllBegun = words({"全部开工", "均已开工", "全面开工", "全部启动", "全部动工"});
inline constexpr auto kInAll = words({"累计"});
inline constexpr std::string_view kLineBreak = "\n";
inline constexpr auto kUpTo = words({"到", "至", "达", "为", "在"});
inline constexpr auto kOnAverage = words({"户均", "人均", "平均每", "每户", "每人", "均为"});
inline constexpr std::string_view kRespectively = "分别";
// Behind "each": all of them together.
inline constexpr auto kEachAsAll = words({"县", "区", "市", "镇", "乡", "街", "级", "类", "地", "单位", "部门", "项", "方", "界", "种", "学校", "村", "社区"});
inline constexpr auto kUpToDay = words({"截至", "截止", "月底", "年底", "目前", "全部", "均已"});
inline constexpr auto kBatches = words({"第一批", "第二批", "第三批", "第四批", "首批"});
inline constexpr std::string_view kFullComma = "，";
inline constexpr auto kUpToThen = words({"底", "末", "底前", "前", "起"});
// In a sentence with a figure only these promise something beside it.
inline constexpr auto kStrongDeliverables = words({"覆盖", "建成", "创建", "争创", "出台", "印发", "制定", "提请", "高质量建设"});
// Verbs that name the promise by themselves: a plan that has them speaks of it.
inline constexpr auto kTellingVerbs = words({"调整", "印发", "出台", "提请", "纳入", "推广", "免费"});
inline constexpr auto kGrandTotals = words({"总计", "合计", "共计", "总共"});
// What has come no further than this is not done.
inline constexpr auto kNotYetBegun = words({"选址", "立项", "可研", "拟建", "筹建", "前期工作", "前期手续", "用地预审", "规划设计"});
inline constexpr auto kChosenFrom = words({"精选", "选取", "遴选", "抽取", "选派"});
// How far a promise reaches, not what is done.
inline constexpr auto kExtentWords = words({"涉及", "惠及", "受益", "预计可"});
// Goals of several years, and what there is already.
inline constexpr auto kSeveralYears = words({"三年", "两年", "四年", "五年", "十四五", "十五五", "3年", "5年", "2年"});
inline constexpr auto kThereAlready = words({"已有", "现有", "原有", "由", "从"});
inline constexpr std::string_view kByYear = "到20";
inline constexpr auto kAspects = words({"方面", "环节", "层次", "维度", "领域", "阶段", "大类"});
inline constexpr std::string_view kEvery = "每";
// A rate, not one for every one of them.
inline constexpr auto kPerMany = words({"每千人", "每万人", "每百人", "每十万人", "每百户", "每千名", "每万名", "每千"});
// A clause that says what it is good for.
inline constexpr auto kPurposeBegins = words({"提高", "提升", "增强", "改善", "助力", "方便"});
inline constexpr auto kPurposeEnds = words({"水平", "能力", "收入", "质量", "感", "效率", "体验", "环境", "需求", "压力", "负担", "保障"});
// Nouns that a rate ends with: two rates are the same only if the words before these are.
inline constexpr auto kRateEnds = words({"率", "占比", "比例", "比率", "比重"});
// Another way to say a hundred percent, and what stands with it where it is not so yet.
inline constexpr std::string_view kCovered = "覆盖";
inline constexpr auto kAllCovered = words({"全覆盖", "全部覆盖", "全面覆盖", "应保尽保", "应享尽享"});
inline constexpr auto kNotFullyCovered = words(
    {"未", "基本", "逐步", "力争", "争取", "正在", "将", "预计", "计划", "推进", "推动", "接近", "加快", "除", "部分"});
inline constexpr auto kRegionTails = words({"县", "区", "市", "镇", "乡"});
inline constexpr std::string_view kOfThem = "中的";
inline constexpr std::string_view kIn = "在";
inline constexpr std::string_view kAmong = "中";
inline constexpr std::string_view kAmongThem = "其中";

// A promise without a figure that is either there or not.
inline constexpr auto kDeliverables = words(
    {"覆盖", "建成", "建设", "创建", "争创", "出台", "印发", "制定", "建立", "开通", "免费", "纳入", "推广", "调整", "提高", "投用",
     "开展", "提请", "改造", "完成"});
// Routine verbs: nothing is asked of a report that does not come back to them.
inline constexpr auto kRoutine = words(
    {"督促", "指导", "确保", "加强", "完善", "做好", "落实", "优化", "强化", "规范", "提升", "促进", "推动", "推进", "健全", "提供",
     "持续", "加大", "深入", "积极", "贯彻", "消除", "满足", "维护", "缓解", "减轻", "化解"});
// A clause that begins so is a circumstance, not a promise.
inline constexpr auto kCircumstances = words(
    {"待", "依托", "根据", "按照", "结合", "围绕", "通过", "以", "为", "针对", "聚焦", "突出", "在", "因地制宜", "坚持", "考核结果", "充分",
     "对", "从", "由", "更好", "带动", "并", "即", "促进", "确保", "缓解", "减轻", "防范", "提高患病", "满足", "实现惠企", "化解", "维护"});

inline constexpr auto kFrom = words({"自", "从"});
inline constexpr auto kStartsAt = words({"开始", "起", "正式"});
inline constexpr auto kAllOfThem = words({"均", "都", "全部"});
inline constexpr auto kBy = words({"底前", "底之前", "底以前", "底", "前", "之前", "以前", "末前", "末", "上旬前", "中旬前", "下旬前", "份前"});
// Deadlines that have no date of their own: the flood season, the heating season, the term. The
// month is the one by whose beginning the season has begun everywhere; 0 where that differs.
struct Season {
    std::string_view word;
    int month;
};
inline constexpr auto kSeasons = std::to_array<Season>(
    {{"入汛前", 6}, {"主汛期前", 7}, {"汛期前", 6}, {"汛前", 6}, {"供暖季前", 11}, {"采暖季前", 11}, {"供暖前", 11}, {"入冬前", 11},
     {"封冻前", 12}, {"开学前", 0}, {"春节前", 2}, {"国庆节前", 10}, {"国庆前", 10}, {"高考前", 6}});
// Up to a cut-off day, which is no day of completion.
inline constexpr auto kRangeSigns = words({"-", "—", "–", "至", "~", "～", "到", "－"});
inline constexpr auto kCutOff = words({"截至", "截止", "至", "以来"});
inline constexpr std::string_view kYearSign = "年";
inline constexpr std::string_view kMonthSign = "月";
inline constexpr std::string_view kListMarkComma = "、";
inline constexpr auto kPerHead = words({"每人", "每户", "每月", "每年", "人均"});
inline constexpr std::string_view kEachWord = "各";
inline constexpr std::string_view kWan = "万";
inline constexpr std::string_view kYi = "亿";
inline constexpr std::string_view kItemUnit = "项";
inline constexpr std::string_view kOpenParen = "（";
inline constexpr std::string_view kCloseParen = "）";

}  // namespace duban
