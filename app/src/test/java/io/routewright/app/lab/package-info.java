/// Real kernels for tests: namespaces with far ends that answer, and a real helper inside them.
package io.routewright.app.lab;
