// Headings, status words and other words that a published table is recognised by.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"
#include "programme/programme.h"

namespace duban {

struct HeadingWord {
    std::string_view word;
    Column column;
    Column otherwise;  // the part it plays where the first is taken; same as column if none
};

// Met in published tables of cities; the longest word that the heading holds decides.
inline constexpr std::array kHeadingWords{
    HeadingWord{"序号", Column::kNumber, Column::kNumber},
    HeadingWord{"编号", Column::kNumber, Column::kNumber},
    HeadingWord{"类别", Column::kCategory, Column::kCategory},
    HeadingWord{"大类", Column::kCategory, Column::kCategory},
    HeadingWord{"工程名称", Column::kCategory, Column::kTask},
    HeadingWord{"实事类别", Column::kCategory, Column::kCategory},
    HeadingWord{"民生实事", Column::kCategory, Column::kTask},
    HeadingWord{"项目类别", Column::kCategory, Column::kCategory},
    HeadingWord{"任务类别", Column::kCategory, Column::kCategory},
    HeadingWord{"领域", Column::kCategory, Column::kCategory},
    HeadingWord{"工作任务", Column::kTask, Column::kMeasures},
    HeadingWord{"项目名称", Column::kTask, Column::kTask},
    HeadingWord{"项目内容", Column::kTask, Column::kMeasures},
    HeadingWord{"实事项目名称", Column::kTask, Column::kTask},
    HeadingWord{"实事项目", Column::kTask, Column::kTask},
    HeadingWord{"实事内容", Column::kTask, Column::kMeasures},
    HeadingWord{"主要工作任务", Column::kTask, Column::kMeasures},
    HeadingWord{"重点任务", Column::kTask, Column::kMeasures},
    HeadingWord{"任务名称", Column::kTask, Column::kTask},
    HeadingWord{"考核指标", Column::kTask, Column::kMeasures},
    HeadingWord{"指标名称", Column::kTask, Column::kTask},
    HeadingWord{"主要任务", Column::kTask, Column::kMeasures},
    HeadingWord{"任务内容", Column::kTask, Column::kMeasures},
    HeadingWord{"工作内容", Column::kTask, Column::kMeasures},
    HeadingWord{"事项名称", Column::kTask, Column::kTask},
    HeadingWord{"指标", Column::kTask, Column::kTask},
    HeadingWord{"项目", Column::kTask, Column::kTask},
    HeadingWord{"名称", Column::kTask, Column::kTask},
    HeadingWord{"具体措施", Column::kMeasures, Column::kMeasures},
    HeadingWord{"目标任务", Column::kMeasures, Column::kMeasures},
    HeadingWord{"工作目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度任务及目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度目标任务", Column::kMeasures, Column::kMeasures},
    HeadingWord{"目标要求", Column::kMeasures, Column::kMeasures},
    HeadingWord{"具体工作任务和要求", Column::kMeasures, Column::kMeasures},
    HeadingWord{"工作措施", Column::kMeasures, Column::kMeasures},
    HeadingWord{"主要内容", Column::kMeasures, Column::kMeasures},
    HeadingWord{"建设内容", Column::kMeasures, Column::kMeasures},
    HeadingWord{"具体内容", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度任务", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度计划", Column::kMeasures, Column::kMeasures},
    HeadingWord{"年度工作目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"目标内容", Column::kMeasures, Column::kMeasures},
    HeadingWord{"目标值", Column::kMeasures, Column::kMeasures},
    HeadingWord{"计划数", Column::kMeasures, Column::kMeasures},
    HeadingWord{"任务数", Column::kMeasures, Column::kMeasures},
    HeadingWord{"目标数", Column::kMeasures, Column::kMeasures},
    HeadingWord{"承诺事项", Column::kMeasures, Column::kMeasures},
    HeadingWord{"月度计划", Column::kPlan, Column::kPlan},
    HeadingWord{"工作进度安排", Column::kPlan, Column::kPlan},
    HeadingWord{"进度安排", Column::kPlan, Column::kPlan},
    HeadingWord{"月度工作计划", Column::kPlan, Column::kPlan},
    HeadingWord{"计划进度", Column::kPlan, Column::kPlan},
    HeadingWord{"下一步计划", Column::kPlan, Column::kPlan},
    HeadingWord{"时间节点", Column::kPlan, Column::kPlan},
    HeadingWord{"推进计划", Column::kPlan, Column::kPlan},
    HeadingWord{"推进情况", Column::kProgress, Column::kStatus},
    HeadingWord{"进展情况", Column::kProgress, Column::kStatus},
    HeadingWord{"工作进展", Column::kProgress, Column::kStatus},
    HeadingWord{"完成情况", Column::kProgress, Column::kStatus},
    HeadingWord{"项目进展", Column::kProgress, Column::kStatus},
    HeadingWord{"落实情况", Column::kProgress, Column::kStatus},
    HeadingWord{"实际完成情况", Column::kProgress, Column::kStatus},
    HeadingWord{"实施情况", Column::kProgress, Column::kStatus},
    HeadingWord{"目前实施情况", Column::kProgress, Column::kStatus},
    HeadingWord{"工作进度", Column::kProgress, Column::kStatus},
    HeadingWord{"进度", Column::kProgress, Column::kStatus},
    HeadingWord{"当前进度", Column::kProgress, Column::kStatus},
    HeadingWord{"形象进度", Column::kProgress, Column::kProgress},
    HeadingWord{"目前进展", Column::kProgress, Column::kProgress},
    HeadingWord{"实际完成", Column::kProgress, Column::kProgress},
    HeadingWord{"累计完成", Column::kProgress, Column::kProgress},
    HeadingWord{"完成数", Column::kProgress, Column::kProgress},
    HeadingWord{"完成值", Column::kProgress, Column::kProgress},
    HeadingWord{"办理情况", Column::kProgress, Column::kStatus},
    HeadingWord{"完成率", Column::kPercent, Column::kPercent},
    HeadingWord{"完成比例", Column::kPercent, Column::kPercent},
    HeadingWord{"占全年计划", Column::kPercent, Column::kPercent},
    HeadingWord{"占年任务之比", Column::kPercent, Column::kPercent},
    HeadingWord{"完成目标", Column::kPercent, Column::kPercent},
    HeadingWord{"完成进度", Column::kPercent, Column::kProgress},
    HeadingWord{"占年度任务", Column::kPercent, Column::kPercent},
    HeadingWord{"占年度目标", Column::kPercent, Column::kPercent},
    HeadingWord{"占全年任务", Column::kPercent, Column::kPercent},
    HeadingWord{"占比", Column::kPercent, Column::kPercent},
    HeadingWord{"工作成效", Column::kStatus, Column::kProgress},
    HeadingWord{"完成成效", Column::kStatus, Column::kProgress},
    HeadingWord{"备注", Column::kStatus, Column::kTrouble},
    HeadingWord{"评价", Column::kStatus, Column::kStatus},
    HeadingWord{"完成状态", Column::kStatus, Column::kStatus},
    HeadingWord{"状态", Column::kStatus, Column::kStatus},
    HeadingWord{"当前状态", Column::kStatus, Column::kStatus},
    HeadingWord{"进展状态", Column::kStatus, Column::kStatus},
    HeadingWord{"进度评价", Column::kStatus, Column::kStatus},
    HeadingWord{"完成与否", Column::kStatus, Column::kStatus},
    HeadingWord{"办理状态", Column::kStatus, Column::kStatus},
    HeadingWord{"进度是否滞后", Column::kStatus, Column::kStatus},
    HeadingWord{"是否滞后", Column::kStatus, Column::kStatus},
    HeadingWord{"是否完成", Column::kStatus, Column::kStatus},
    HeadingWord{"牵头单位", Column::kLead, Column::kLead},
    HeadingWord{"责任单位", Column::kLead, Column::kLead},
    HeadingWord{"主办单位", Column::kLead, Column::kLead},
    HeadingWord{"承办单位", Column::kLead, Column::kLead},
    HeadingWord{"牵头部门", Column::kLead, Column::kLead},
    HeadingWord{"责任部门", Column::kLead, Column::kLead},
    HeadingWord{"实施单位", Column::kLead, Column::kLead},
    HeadingWord{"市级牵头责任单位", Column::kLead, Column::kLead},
    HeadingWord{"市级责任单位", Column::kLead, Column::kLead},
    HeadingWord{"负责单位", Column::kLead, Column::kLead},
    HeadingWord{"责任主体", Column::kLead, Column::kLead},
    HeadingWord{"牵头责任单位", Column::kLead, Column::kLead},
    HeadingWord{"责任人", Column::kPerson, Column::kPerson},
    HeadingWord{"分管领导", Column::kPerson, Column::kPerson},
    HeadingWord{"责任领导", Column::kPerson, Column::kPerson},
    HeadingWord{"牵头领导", Column::kPerson, Column::kPerson},
    HeadingWord{"包抓领导", Column::kPerson, Column::kPerson},
    HeadingWord{"负责人", Column::kPerson, Column::kPerson},
    HeadingWord{"联系人", Column::kPerson, Column::kPerson},
    HeadingWord{"存在困难和问题", Column::kTrouble, Column::kTrouble},
    HeadingWord{"存在问题", Column::kTrouble, Column::kTrouble},
    HeadingWord{"困难和问题", Column::kTrouble, Column::kTrouble},
};

// Labels inside a text that would be too short for headings; word for word.
inline constexpr std::array kLabelWords{
    HeadingWord{"目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"任务", Column::kMeasures, Column::kMeasures},
    HeadingWord{"计划", Column::kMeasures, Column::kMeasures},
    HeadingWord{"任务目标", Column::kMeasures, Column::kMeasures},
    HeadingWord{"承诺", Column::kMeasures, Column::kMeasures},
    HeadingWord{"内容", Column::kMeasures, Column::kMeasures},
    HeadingWord{"进展", Column::kProgress, Column::kProgress},
    HeadingWord{"完成", Column::kProgress, Column::kProgress},
    HeadingWord{"下一步", Column::kPlan, Column::kPlan},
    HeadingWord{"下步打算", Column::kPlan, Column::kPlan},
    HeadingWord{"下一步打算", Column::kPlan, Column::kPlan},
    HeadingWord{"下一步工作", Column::kPlan, Column::kPlan},
    HeadingWord{"下一步安排", Column::kPlan, Column::kPlan},
    HeadingWord{"下步安排", Column::kPlan, Column::kPlan},
    HeadingWord{"下步计划", Column::kPlan, Column::kPlan},
    HeadingWord{"下阶段安排", Column::kPlan, Column::kPlan},
    HeadingWord{"后续安排", Column::kPlan, Column::kPlan},
    HeadingWord{"安排", Column::kPlan, Column::kPlan},
    HeadingWord{"工作安排", Column::kPlan, Column::kPlan},
    HeadingWord{"责任", Column::kLead, Column::kLead},
    HeadingWord{"牵头", Column::kLead, Column::kLead},
};
inline constexpr std::string_view kPlanLabel = "计划";
inline constexpr auto kLabelColons = words({"：", ":"});
inline constexpr auto kLabelOpens = words({"【", "[", "〔"});
inline constexpr auto kLabelCloses = words({"】", "]", "〕"});
inline constexpr auto kNotInLabels = words({"，", "。", "；", "、", "\n", "“"});

struct StatusWord {
    std::string_view word;
    ClaimedStatus status;
};

// The closed list, word for word.
inline constexpr std::array kStatusWords{
    StatusWord{"已完成全年任务", ClaimedStatus::kDone},
    StatusWord{"已完成年度任务", ClaimedStatus::kDone},
    StatusWord{"完成全年任务", ClaimedStatus::kDone},
    StatusWord{"完成年度任务", ClaimedStatus::kDone},
    StatusWord{"已完成", ClaimedStatus::kDone},
    StatusWord{"完成", ClaimedStatus::kDone},
    StatusWord{"完成任务", ClaimedStatus::kDone},
    StatusWord{"圆满完成", ClaimedStatus::kDone},
    StatusWord{"全面完成", ClaimedStatus::kDone},
    StatusWord{"全部完成", ClaimedStatus::kDone},
    StatusWord{"已全部完成", ClaimedStatus::kDone},
    StatusWord{"已完成年度目标任务", ClaimedStatus::kDone},
    StatusWord{"已完成年度目标", ClaimedStatus::kDone},
    StatusWord{"已完成全年目标", ClaimedStatus::kDone},
    StatusWord{"已完成全年目标任务", ClaimedStatus::kDone},
    StatusWord{"完成年度目标任务", ClaimedStatus::kDone},
    StatusWord{"年度任务已完成", ClaimedStatus::kDone},
    StatusWord{"任务已完成", ClaimedStatus::kDone},
    StatusWord{"已全面完成", ClaimedStatus::kDone},
    StatusWord{"已全面完成年度任务", ClaimedStatus::kDone},
    StatusWord{"竣工", ClaimedStatus::kDone},
    StatusWord{"已竣工", ClaimedStatus::kDone},
    StatusWord{"建成投用", ClaimedStatus::kDone},
    StatusWord{"超额完成", ClaimedStatus::kExceeded},
    StatusWord{"已超额完成", ClaimedStatus::kExceeded},
    StatusWord{"已超额完成全年任务", ClaimedStatus::kExceeded},
    StatusWord{"超额完成全年任务", ClaimedStatus::kExceeded},
    StatusWord{"超额完成年度任务", ClaimedStatus::kExceeded},
    StatusWord{"已超额完成年度任务", ClaimedStatus::kExceeded},
    StatusWord{"超额完成任务", ClaimedStatus::kExceeded},
    StatusWord{"提前完成年度任务", ClaimedStatus::kEarly},
    StatusWord{"已提前完成年度任务", ClaimedStatus::kEarly},
    StatusWord{"提前完成", ClaimedStatus::kEarly},
    StatusWord{"已提前完成", ClaimedStatus::kEarly},
    StatusWord{"已提前完成全年任务", ClaimedStatus::kEarly},
    StatusWord{"提前完成全年任务", ClaimedStatus::kEarly},
    StatusWord{"基本完成", ClaimedStatus::kMostlyDone},
    StatusWord{"已基本完成", ClaimedStatus::kMostlyDone},
    StatusWord{"基本完成全年任务", ClaimedStatus::kMostlyDone},
    StatusWord{"部分完成", ClaimedStatus::kPartlyDone},
    StatusWord{"按序时推进", ClaimedStatus::kOnSchedule},
    StatusWord{"按序时进度推进", ClaimedStatus::kOnSchedule},
    StatusWord{"达到序时进度", ClaimedStatus::kOnSchedule},
    StatusWord{"达序时进度", ClaimedStatus::kOnSchedule},
    StatusWord{"顺利推进", ClaimedStatus::kOnSchedule},
    StatusWord{"正常推进", ClaimedStatus::kOnSchedule},
    StatusWord{"按计划推进", ClaimedStatus::kOnSchedule},
    StatusWord{"有序推进", ClaimedStatus::kOnSchedule},
    StatusWord{"按序时", ClaimedStatus::kOnSchedule},
    StatusWord{"达到时间进度", ClaimedStatus::kOnSchedule},
    StatusWord{"按进度推进", ClaimedStatus::kOnSchedule},
    StatusWord{"按时序进度推进", ClaimedStatus::kOnSchedule},
    StatusWord{"稳步推进", ClaimedStatus::kOnSchedule},
    StatusWord{"超序时进度", ClaimedStatus::kAhead},
    StatusWord{"进展较快", ClaimedStatus::kAhead},
    StatusWord{"推进缓慢", ClaimedStatus::kSlow},
    StatusWord{"进展缓慢", ClaimedStatus::kSlow},
    StatusWord{"进展偏慢", ClaimedStatus::kSlow},
    StatusWord{"进度偏慢", ClaimedStatus::kSlow},
    StatusWord{"慢序时", ClaimedStatus::kSlow},
    StatusWord{"慢于序时进度", ClaimedStatus::kSlow},
    StatusWord{"进度滞后", ClaimedStatus::kBehind},
    StatusWord{"滞后", ClaimedStatus::kBehind},
    StatusWord{"严重滞后", ClaimedStatus::kBehind},
    StatusWord{"欠进度", ClaimedStatus::kBehind},
    StatusWord{"未达序时进度", ClaimedStatus::kBehind},
    StatusWord{"未完成", ClaimedStatus::kBehind},
    StatusWord{"未开工", ClaimedStatus::kNotStarted},
    StatusWord{"已开工", ClaimedStatus::kUnderWay},
    StatusWord{"在建", ClaimedStatus::kUnderWay},
    StatusWord{"前期工作", ClaimedStatus::kUnderWay},
    StatusWord{"扫尾", ClaimedStatus::kUnderWay},
    StatusWord{"推进中", ClaimedStatus::kUnderWay},
    StatusWord{"正在实施", ClaimedStatus::kUnderWay},
    StatusWord{"正在推进", ClaimedStatus::kUnderWay},
    StatusWord{"暂停", ClaimedStatus::kSuspended},
    StatusWord{"暂缓", ClaimedStatus::kSuspended},
};

// Looked for inside longer words, in this order.
inline constexpr std::array kStatusParts{
    StatusWord{"未完成", ClaimedStatus::kBehind},      StatusWord{"未达", ClaimedStatus::kBehind},
    StatusWord{"滞后", ClaimedStatus::kBehind},        StatusWord{"欠进度", ClaimedStatus::kBehind},
    StatusWord{"缓慢", ClaimedStatus::kSlow},          StatusWord{"偏慢", ClaimedStatus::kSlow},
              StatusWord{"未开工", ClaimedStatus::kNotStarted},
    StatusWord{"暂停", ClaimedStatus::kSuspended},     StatusWord{"暂缓", ClaimedStatus::kSuspended},
    StatusWord{"超序时", ClaimedStatus::kAhead},       StatusWord{"序时", ClaimedStatus::kOnSchedule},
    StatusWord{"基本完成", ClaimedStatus::kMostlyDone}, StatusWord{"部分完成", ClaimedStatus::kPartlyDone},
    StatusWord{"超额完成", ClaimedStatus::kExceeded},  StatusWord{"提前完成", ClaimedStatus::kEarly},
    StatusWord{"完成", ClaimedStatus::kDone},          StatusWord{"竣工", ClaimedStatus::kDone},
    StatusWord{"推进", ClaimedStatus::kUnderWay},      StatusWord{"开工", ClaimedStatus::kUnderWay},
};
inline constexpr std::string_view kDoneVerb = "完成";
inline constexpr std::string_view kFullStatus = "已完成全年任务";
inline constexpr std::string_view kYes = "是";
inline constexpr std::string_view kNo = "否";
inline constexpr std::string_view kBehindWord = "滞后";
inline constexpr std::string_view kWhether = "是否";
inline constexpr std::string_view kTaskNoun = "任务";
inline constexpr auto kPlainSubjects = words({"已", "我市", "全市", "任务", "目前", "截至目前",
                                                               "该项", "本项"});

inline constexpr auto kUnitSeparators = words({"、", "，", "；", ","});
inline constexpr auto kNotClaimed = words(
    {"未", "没", "不", "无", "%", "％", "正在", "即将", "将", "预计", "计划", "力争", "争取", "确保", "月", "季度", "半年", "阶段", "当期", "部分", "尚", "待", "拟"});
inline constexpr auto kAlreadyWords = words({"已", "均", "都", "已经"});
inline constexpr std::string_view kCategoryMark = "、";
inline constexpr std::string_view kYearWord = "年";
inline constexpr auto kNextHeadings = words({"下一步", "下步", "下月", "下阶段"});
inline constexpr auto kCutOffWords = words({"截至", "截止", "截止到"});

}  // namespace duban
