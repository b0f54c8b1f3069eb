module {
  func.func @main(%arg0: !torch.vtensor<[0],si64>, %arg1: !torch.vtensor<[1],si64>, %arg2: !torch.vtensor<[2],si64>, %arg3: !torch.vtensor<[3],si64>, %arg4: !torch.vtensor<[4],si64>, %arg5: !torch.vtensor<[5],si64>, %arg6: !torch.vtensor<[7],si64>, %arg7: !torch.vtensor<[8],si64>, %arg8: !torch.vtensor<[9],si64>, %arg9: !torch.vtensor<[16],si64>, %arg10: !torch.vtensor<[17],si64>) -> (!torch.vtensor<[0],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[1],si64>, !torch.vtensor<[1],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[8],si64>, !torch.vtensor<[8],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>, !torch.vtensor<[17],si64>, !torch.vtensor<[17],si64>) {
    %true = torch.constant.bool true
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0:2 = torch.operator "torch.aten.sort.stable"(%arg0, %true, %int-1, %false) : (!torch.vtensor<[0],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[0],si64>, !torch.vtensor<[0],si64>)
    %true_0 = torch.constant.bool true
    %int-1_1 = torch.constant.int -1
    %false_2 = torch.constant.bool false
    %1:2 = torch.operator "torch.aten.sort.stable"(%arg1, %true_0, %int-1_1, %false_2) : (!torch.vtensor<[1],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[1],si64>, !torch.vtensor<[1],si64>)
    %true_3 = torch.constant.bool true
    %int-1_4 = torch.constant.int -1
    %false_5 = torch.constant.bool false
    %2:2 = torch.operator "torch.aten.sort.stable"(%arg2, %true_3, %int-1_4, %false_5) : (!torch.vtensor<[2],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[2],si64>, !torch.vtensor<[2],si64>)
    %true_6 = torch.constant.bool true
    %int-1_7 = torch.constant.int -1
    %false_8 = torch.constant.bool false
    %3:2 = torch.operator "torch.aten.sort.stable"(%arg3, %true_6, %int-1_7, %false_8) : (!torch.vtensor<[3],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>)
    %true_9 = torch.constant.bool true
    %int-1_10 = torch.constant.int -1
    %false_11 = torch.constant.bool false
    %4:2 = torch.operator "torch.aten.sort.stable"(%arg4, %true_9, %int-1_10, %false_11) : (!torch.vtensor<[4],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[4],si64>, !torch.vtensor<[4],si64>)
    %true_12 = torch.constant.bool true
    %int-1_13 = torch.constant.int -1
    %false_14 = torch.constant.bool false
    %5:2 = torch.operator "torch.aten.sort.stable"(%arg5, %true_12, %int-1_13, %false_14) : (!torch.vtensor<[5],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[5],si64>, !torch.vtensor<[5],si64>)
    %true_15 = torch.constant.bool true
    %int-1_16 = torch.constant.int -1
    %false_17 = torch.constant.bool false
    %6:2 = torch.operator "torch.aten.sort.stable"(%arg6, %true_15, %int-1_16, %false_17) : (!torch.vtensor<[7],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[7],si64>, !torch.vtensor<[7],si64>)
    %true_18 = torch.constant.bool true
    %int-1_19 = torch.constant.int -1
    %false_20 = torch.constant.bool false
    %7:2 = torch.operator "torch.aten.sort.stable"(%arg7, %true_18, %int-1_19, %false_20) : (!torch.vtensor<[8],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[8],si64>, !torch.vtensor<[8],si64>)
    %true_21 = torch.constant.bool true
    %int-1_22 = torch.constant.int -1
    %false_23 = torch.constant.bool false
    %8:2 = torch.operator "torch.aten.sort.stable"(%arg8, %true_21, %int-1_22, %false_23) : (!torch.vtensor<[9],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>)
    %true_24 = torch.constant.bool true
    %int-1_25 = torch.constant.int -1
    %false_26 = torch.constant.bool false
    %9:2 = torch.operator "torch.aten.sort.stable"(%arg9, %true_24, %int-1_25, %false_26) : (!torch.vtensor<[16],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>)
    %true_27 = torch.constant.bool true
    %int-1_28 = torch.constant.int -1
    %false_29 = torch.constant.bool false
    %10:2 = torch.operator "torch.aten.sort.stable"(%arg10, %true_27, %int-1_28, %false_29) : (!torch.vtensor<[17],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[17],si64>, !torch.vtensor<[17],si64>)
    return %0#0, %0#1, %1#0, %1#1, %2#0, %2#1, %3#0, %3#1, %4#0, %4#1, %5#0, %5#1, %6#0, %6#1, %7#0, %7#1, %8#0, %8#1, %9#0, %9#1, %10#0, %10#1 : !torch.vtensor<[0],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[1],si64>, !torch.vtensor<[1],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[8],si64>, !torch.vtensor<[8],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>, !torch.vtensor<[17],si64>, !torch.vtensor<[17],si64>
  }
}
