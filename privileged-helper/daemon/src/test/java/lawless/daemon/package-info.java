/// Code that breaks each law of use once; [io.routewright.daemon.LawOfUseTest] checks that it is caught.
package lawless.daemon;
