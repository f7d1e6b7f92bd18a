/// What checkstyle must refuse: a long method, many parameters, many branches, deep nesting, a long lambda.
final class TooMuch {
    int longMethod(int start) {
        int n = start;
        n += 0;
        n += 1;
        n += 2;
        n += 3;
        n += 4;
        n += 5;
        n += 6;
        n += 7;
        n += 8;
        n += 9;
        n += 10;
        n += 11;
        n += 12;
        n += 13;
        n += 14;
        n += 15;
        n += 16;
        n += 17;
        n += 18;
        n += 19;
        n += 20;
        n += 21;
        n += 22;
        n += 23;
        n += 24;
        n += 25;
        n += 26;
        n += 27;
        n += 28;
        n += 29;
        n += 30;
        n += 31;
        n += 32;
        n += 33;
        n += 34;
        n += 35;
        n += 36;
        n += 37;
        n += 38;
        n += 39;
        n += 40;
        n += 41;
        n += 42;
        n += 43;
        n += 44;
        n += 45;
        n += 46;
        n += 47;
        n += 48;
        n += 49;
        n += 50;
        n += 51;
        n += 52;
        n += 53;
        n += 54;
        n += 55;
        n += 56;
        n += 57;
        n += 58;
        n += 59;
        return n;
    }

    int manyParameters(int a, int b, int c, int d, int e, int f, int g) {
        return a + b + c + d + e + f + g;
    }

    int branches(int n) {
        return n > 1 && n < 3 || n > 5 && n < 7 || n > 9 && n < 11 || n > 13 && n < 15 || n > 17 && n < 19
                        || n > 21 && n < 23 || n > 25 && n < 27
                ? 1
                : 0;
    }

    int nested(int n) {
        if (n > 1) {
            if (n > 2) {
                if (n > 3) {
                    if (n > 4) {
                        return 4;
                    }
                }
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int c = 0; c < n; c++) {
                    for (int d = 0; d < n; d++) {
                        n--;
                    }
                }
            }
        }
        return 0;
    }

    Runnable longLambda() {
        return () -> {
            System.out.println(0);
            System.out.println(1);
            System.out.println(2);
            System.out.println(3);
            System.out.println(4);
            System.out.println(5);
            System.out.println(6);
            System.out.println(7);
            System.out.println(8);
            System.out.println(9);
            System.out.println(10);
            System.out.println(11);
            System.out.println(12);
            System.out.println(13);
            System.out.println(14);
            System.out.println(15);
            System.out.println(16);
            System.out.println(17);
            System.out.println(18);
            System.out.println(19);
            System.out.println(20);
            System.out.println(21);
            System.out.println(22);
            System.out.println(23);
        };
    }
}
