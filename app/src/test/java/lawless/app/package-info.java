/// Code that breaks each law of use once; [io.routewright.app.LawOfUseTest] checks that it is caught.
package lawless.app;
