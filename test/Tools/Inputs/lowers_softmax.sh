#!/bin/sh
# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The tester of reduce.mlir. dsv4-reduce calls it with a candidate; exit status 1 means "interesting".
grep -q 'scoring_function<softmax>' "$1" && dsv4-opt --dsv4-decompose "$1" -o /dev/null && exit 1
exit 0
