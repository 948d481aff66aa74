package io.zhiwei.deploy.simulator.reaction;

/**
 * A reaction, or a fault of a device.
 *
 * @param term preferred term
 * @param organ class of organs
 * @param weight share among the reports of its kind
 * @param serious share of its reports that are serious
 * @param problem IMDRF code of the device's problem, empty where it is none
 */
record Reaction(String term, String organ, double weight, double serious, String problem) {}
