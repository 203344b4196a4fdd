// Words of deliverables, of documents issued and of money on its way.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

// Something that is either there at the end of the period or not. Stages of one chain: a later one
// answers an earlier one; chain 0 is answered by its own words only.
struct Deliverable {
    std::string_view word;
    int chain;
    int height;
};
inline constexpr auto kChainBuilding = 1;
inline constexpr auto kChainIssuing = 2;
inline constexpr auto kChainHolding = 3;
inline constexpr auto kChainChoosing = 4;
inline constexpr auto kPeriodDeliverables = std::to_array<Deliverable>({
    {"招标", kChainBuilding, 1},     {"开工", kChainBuilding, 2},     {"动工", kChainBuilding, 2},     {"主体完工", kChainBuilding, 3},
    {"封顶", kChainBuilding, 3},     {"完工", kChainBuilding, 4},     {"竣工", kChainBuilding, 4},     {"建成", kChainBuilding, 5},
    {"交工", kChainBuilding, 5},     {"验收", kChainBuilding, 6},     {"投入使用", kChainBuilding, 7}, {"投入运营", kChainBuilding, 7},
    {"投用", kChainBuilding, 7},     {"启用", kChainBuilding, 7},     {"运营", kChainBuilding, 7},     {"通车", kChainBuilding, 7},
    {"开园", kChainBuilding, 7},     {"开放", kChainBuilding, 7},     {"交付", kChainBuilding, 7},     {"起草", kChainIssuing, 1},
    {"编制", kChainIssuing, 2},      {"制定", kChainIssuing, 2},      {"修订", kChainIssuing, 2},      {"征求意见", kChainIssuing, 2},
    {"印发", kChainIssuing, 4},      {"出台", kChainIssuing, 4},      {"公布", kChainIssuing, 4},      {"发布", kChainIssuing, 4},
    {"下发", kChainIssuing, 4},      {"召开", kChainHolding, 1},      {"举办", kChainHolding, 1},      {"启动", kChainHolding, 1},
    {"评选", kChainChoosing, 1},     {"评审", kChainChoosing, 1},     {"公示", kChainChoosing, 2},     {"认定", kChainChoosing, 3},
    {"命名", kChainChoosing, 4},     {"挂牌", kChainChoosing, 5},     {"揭牌", kChainChoosing, 5},     {"签订", 0, 0},
    {"签约", 0, 0},             {"上线", 0, 0},             {"开通", 0, 0},
    {"考核", 0, 0},             {"评估", 0, 0},             {"评比", 0, 0},             {"表彰", 0, 0},
    {"采购", 0, 0},             {"授予", 0, 0},             {"拨付", 0, 0},             {"录入", 0, 0},
                {"分析报告", 0, 0},         {"调研报告", 0, 0},
});
// Work that goes on, and words that are no deliverable of their own.
inline constexpr auto kRoutineBegins = words(
    {"督促", "指导", "落实", "推进", "推动", "调度", "做好", "加强", "总结", "巩固", "督导", "持续", "继续", "加快", "确保", "加大", "强化",
     "完善", "健全", "优化", "提升", "积极", "组织开展自查", "跟踪", "对接", "协调", "配合", "关注", "保障", "维护", "规范", "深化", "汇总", "抓好",
     "梳理", "根据", "视情", "适时", "待", "力争", "争取", "按照", "及时", "按时", "按月", "对已", "报送", "收集", "整理", "上报", "统计"});
inline constexpr auto kWholeYearGoal = words(
    {"全年任务", "全年目标", "年度任务", "年度目标", "目标任务", "全部任务", "各项任务", "工作任务", "任务目标", "工作总结", "总结"});
inline constexpr auto kAllAnswered = words(
    {"全部完成", "圆满完成", "已全部", "全部建成", "任务已完成", "任务已全面完成", "均已完成", "均已建成", "全面完成", "按计划完成", "如期完成"});

// Documents.
inline constexpr auto kIssueVerbs = words({"印发", "出台", "制定", "发布", "下发", "公布", "提请"});
inline constexpr auto kIssued = words({"印发", "出台", "发布", "下发", "公布"});
inline constexpr auto kAlready = words({"已", "已经", "正式", "均", "联合", "已正式", "会同"});
inline constexpr std::string_view kDoneMark = "了";
inline constexpr auto kNotIssued = words({"待", "拟", "将", "尚未", "未", "正在", "起草", "征求意见", "计划", "力争"});
inline constexpr auto kDocumentKinds = words({"办法", "方案", "意见", "细则", "规划", "规定", "通知", "标准", "措施", "条例", "规程", "指南"});
inline constexpr auto kDocumentNumber = words({"〔20", "[20", "【20", "（20"});
inline constexpr std::string_view kDocumentNumberEnd = "号";

// Money on its way to people, from low to high. What has come no further than kAllocated is not
// paid, and what is being paid is waited for.
struct MoneyStage {
    std::string_view word;
    int height;
};
inline constexpr int kAllocated = 1;
inline constexpr int kBeingPaid = 2;
inline constexpr int kHandedOn = 3;
inline constexpr int kPaid = 4;
inline constexpr auto kMoneyStages = std::to_array<MoneyStage>({
    {"资金方案", kAllocated},   {"下达", kAllocated},       {"分配", kAllocated},       {"列入预算", kAllocated},
    {"纳入预算", kAllocated},   {"安排资金", kAllocated},   {"到位", kAllocated},       {"筹集", kAllocated},
    {"落实资金", kAllocated},   {"争取资金", kAllocated},   {"正在拨付", kBeingPaid},   {"正在发放", kBeingPaid},
    {"近期拨付", kBeingPaid},   {"近期发放", kBeingPaid},   {"即将拨付", kBeingPaid},   {"即将发放", kBeingPaid},
    {"待拨付", kBeingPaid},     {"待发放", kBeingPaid},     {"审核中", kBeingPaid},     {"正在审核", kBeingPaid},
    {"准备发放", kBeingPaid},   {"尚未发放", kBeingPaid},   {"尚未拨付", kBeingPaid},   {"拨付", kHandedOn},
    {"支付", kPaid},            {"发放", kPaid},            {"兑付", kPaid},            {"兑现", kPaid},
    {"打卡", kPaid},            {"发至", kPaid},            {"发到", kPaid},            {"领取", kPaid},
    {"享受", kPaid},            {"惠及", kPaid},            {"支出", kPaid},            {"资助", kPaid},
    {"补贴到", kPaid},          {"结算", kPaid},
});
inline constexpr auto kPayPromises = std::to_array<MoneyStage>({
    {"发放", kPaid}, {"兑付", kPaid}, {"兑现", kPaid}, {"支付", kPaid}, {"拨付", kHandedOn},
});
inline constexpr auto kMoneyNouns = words(
    {"补贴", "补助", "资金", "津贴", "奖补", "救助金", "抚恤金", "养老金", "奖励", "待遇", "贷款", "经费", "补偿", "保障金", "低保金", "奖金", "费用"});

// What follows when the figures are reached: acceptance, payment, entry into a register, awards.
inline constexpr auto kAfterTheFigures = words({"验收", "拨付", "录入", "授予", "审计", "移交"});

}  // namespace duban
