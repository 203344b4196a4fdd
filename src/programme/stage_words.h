// Stages of work from low to high, and words that say that everything is done.
#pragma once

#include <array>
#include <string_view>

#include "base/words.h"

namespace duban {

// "Built-up area" is no stage.
inline constexpr std::string_view kBuiltUpArea = "建成区";
struct Stage {
    std::string_view word;
    int height;
};
inline constexpr int kWorkGoesOn = 5;    // at most: nothing is finished
inline constexpr int kNothingBegun = 3;  // at most: no ground is broken
inline constexpr int kFinished = 8;      // at least
inline constexpr auto kStages = std::to_array<Stage>({
    {"拟建", 0},     {"选址", 1},     {"可研", 1},     {"用地预审", 1}, {"立项", 2},     {"招标", 3},     {"前期工作", 2},
    {"确定了", 2},   {"启动了", 4},   {"开展了", 4},   {"正在施工", 5}, {"基础施工", 5}, {"主体施工", 5}, {"主体完工", 7},
    {"封顶", 7},     {"基本建成", 8}, {"建成", 9},     {"竣工", 9},     {"完工", 9},     {"交付", 9},     {"交工", 9},
    {"投用", 10},    {"投运", 10},    {"投入使用", 10}, {"投入运营", 10}, {"运营", 10},   {"启用", 10},    {"通车", 10},
    {"开园", 10},    {"开学", 10},    {"开诊", 10},    {"开馆", 10},    {"开放", 10},    {"供电", 10},    {"落地", 9},
    {"通过验收", 9}, {"全覆盖", 9},   {"开通", 9},     {"运行", 10},
});
// Of a document.
inline constexpr auto kDocumentStages =
    std::to_array<Stage>({{"起草", 4}, {"征求意见", 4}, {"送审", 5}, {"审议通过", 7}, {"印发", 9}, {"出台", 9}});
inline constexpr auto kIssuedWords = words({"印发", "出台", "发布", "颁布", "下发"});
// The report says in words that all is done.
inline constexpr auto kAllDone = words(
    {"全部完成", "圆满完成", "已全部", "全部改造完成", "全部建成", "任务已完成", "任务已全面完成", "100%完成", "均已建成"});

}  // namespace duban
