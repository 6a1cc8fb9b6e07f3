namespace Ganglion.Compiler.Networks;

/// <summary>Neurons from physical parameters: computes the coefficients of <see cref="CurrentBasedNeurons"/>.</summary>
/// <remarks>
/// <para>
/// Time constants and timesteps are in one unit of time, seconds throughout this project. Potentials, thresholds and weights share one
/// unit of the user's choice. x is the weighted sum of the spikes that arrive in a timestep, taken as the input current of that timestep.
/// </para>
/// <para>
/// With g(τ) the part of the way to its steady state that a variable goes in one timestep, Δt/τ by <see cref="Integrator.Euler"/> and
/// 1 − exp(−Δt/τ) by <see cref="Integrator.Exponential"/>:
/// <code>
/// τ·v' = (leak − v) + R·x      becomes   v ← v + g(τ)·(leak − v + R·x)
/// τs·i' = −i + w·x             becomes   i ← i + g(τs)·(w·x − i)
/// v' = R·x, x an impulse       becomes   v ← v + R·x
/// </code>
/// Equations: Neuromorphic Intermediate Representation, Pedersen et al. 2024, Nature Communications 15, 8122.
/// </para>
/// <para>
/// Nothing is refused here: <see cref="NetworkBuilder"/> reports coefficients that are not finite or not stable, and lists of the wrong
/// length. Lists given together must have one value, or the same number of values.
/// </para>
/// </remarks>
public static class NeuronFactory
{
    /// <summary>Leaky integrate-and-fire neurons without synaptic current: <c>τ·v' = (leak − v) + R·x</c>.</summary>
    /// <param name="membraneTimeConstant">τ, above 0.</param>
    /// <param name="timestep">Δt, above 0, in the unit of τ.</param>
    /// <param name="threshold">A spike when the potential is above this.</param>
    /// <param name="resistance">R; 1 when omitted.</param>
    /// <param name="leakPotential">Potential at rest; 0 when omitted.</param>
    /// <param name="reset">Potential after a spike with <see cref="ResetMode.ToValue"/>; 0 when omitted.</param>
    /// <param name="resetMode">What a spike does to the potential.</param>
    /// <param name="refractory">Timesteps from one spike to the next possible one, at least 1.</param>
    /// <param name="integrator">How the equation becomes a recursion.</param>
    /// <param name="current">Constant input current, which acts as x does; 0 when omitted.</param>
    /// <exception cref="ArgumentException">Two lists have different numbers of values.</exception>
    public static CurrentBasedNeurons Lif(
        PerNeuron membraneTimeConstant,
        double timestep,
        PerNeuron threshold,
        PerNeuron? resistance = null,
        PerNeuron? leakPotential = null,
        PerNeuron? reset = null,
        ResetMode resetMode = ResetMode.ToValue,
        int refractory = 1,
        Integrator integrator = Integrator.Euler,
        PerNeuron? current = null) =>
        Firing(
            Leak(membraneTimeConstant, timestep, resistance, leakPotential, integrator, current), threshold, reset, resetMode, refractory);

    /// <summary>Leaky integrate-and-fire neurons with synaptic current: <c>τs·i' = −i + w·x; τ·v' = (leak − v) + R·i</c>, with the new i.</summary>
    /// <param name="synapticTimeConstant">τs, above 0.</param>
    /// <param name="membraneTimeConstant">τ, above 0.</param>
    /// <param name="timestep">Δt, above 0, in the unit of τ and τs.</param>
    /// <param name="threshold">A spike when the potential is above this.</param>
    /// <param name="resistance">R; 1 when omitted.</param>
    /// <param name="leakPotential">Potential at rest; 0 when omitted.</param>
    /// <param name="inputWeight">w; 1 when omitted.</param>
    /// <param name="reset">Potential after a spike with <see cref="ResetMode.ToValue"/>; 0 when omitted.</param>
    /// <param name="resetMode">What a spike does to the potential.</param>
    /// <param name="refractory">Timesteps from one spike to the next possible one, at least 1.</param>
    /// <param name="integrator">How the equations become a recursion.</param>
    /// <param name="current">Constant current beside i, which acts as i does; 0 when omitted.</param>
    /// <exception cref="ArgumentException">Two lists have different numbers of values.</exception>
    public static CurrentBasedNeurons CubaLif(
        PerNeuron synapticTimeConstant,
        PerNeuron membraneTimeConstant,
        double timestep,
        PerNeuron threshold,
        PerNeuron? resistance = null,
        PerNeuron? leakPotential = null,
        PerNeuron? inputWeight = null,
        PerNeuron? reset = null,
        ResetMode resetMode = ResetMode.ToValue,
        int refractory = 1,
        Integrator integrator = Integrator.Euler,
        PerNeuron? current = null) =>
        Firing(
            CubaLeakyIntegrator(
                synapticTimeConstant, membraneTimeConstant, timestep, resistance, leakPotential, inputWeight, integrator, current),
            threshold,
            reset,
            resetMode,
            refractory);

    /// <summary>Integrate-and-fire neurons without leak: every spike adds R·weight to the potential.</summary>
    /// <param name="threshold">A spike when the potential is above this.</param>
    /// <param name="resistance">R; 1 when omitted.</param>
    /// <param name="reset">Potential after a spike with <see cref="ResetMode.ToValue"/>; 0 when omitted.</param>
    /// <param name="resetMode">What a spike does to the potential.</param>
    /// <param name="refractory">Timesteps from one spike to the next possible one, at least 1.</param>
    /// <param name="current">Constant input current, which acts as x does; 0 when omitted.</param>
    public static CurrentBasedNeurons IntegrateAndFire(
        PerNeuron threshold,
        PerNeuron? resistance = null,
        PerNeuron? reset = null,
        ResetMode resetMode = ResetMode.ToValue,
        int refractory = 1,
        PerNeuron? current = null) =>
        Firing(
            new CurrentBasedNeurons
            {
                InputGain = (resistance ?? 1).ToList(),
                Bias = Combine(resistance ?? 1, current ?? 0, (r, i) => r * i),
            },
            threshold,
            reset,
            resetMode,
            refractory);

    /// <summary>Leaky integrators, which never fire: <c>τ·v' = (leak − v) + R·x</c>.</summary>
    /// <param name="membraneTimeConstant">τ, above 0.</param>
    /// <param name="timestep">Δt, above 0, in the unit of τ.</param>
    /// <param name="resistance">R; 1 when omitted.</param>
    /// <param name="leakPotential">Potential at rest; 0 when omitted.</param>
    /// <param name="integrator">How the equation becomes a recursion.</param>
    /// <param name="current">Constant input current, which acts as x does; 0 when omitted.</param>
    /// <exception cref="ArgumentException">Two lists have different numbers of values.</exception>
    public static CurrentBasedNeurons LeakyIntegrator(
        PerNeuron membraneTimeConstant,
        double timestep,
        PerNeuron? resistance = null,
        PerNeuron? leakPotential = null,
        Integrator integrator = Integrator.Euler,
        PerNeuron? current = null) => Leak(membraneTimeConstant, timestep, resistance, leakPotential, integrator, current);

    /// <summary>Leaky integrators with synaptic current, which never fire: <c>τs·i' = −i + w·x; τ·v' = (leak − v) + R·i</c>.</summary>
    /// <param name="synapticTimeConstant">τs, above 0.</param>
    /// <param name="membraneTimeConstant">τ, above 0.</param>
    /// <param name="timestep">Δt, above 0, in the unit of τ and τs.</param>
    /// <param name="resistance">R; 1 when omitted.</param>
    /// <param name="leakPotential">Potential at rest; 0 when omitted.</param>
    /// <param name="inputWeight">w; 1 when omitted.</param>
    /// <param name="integrator">How the equations become a recursion.</param>
    /// <param name="current">Constant current beside i, which acts as i does; 0 when omitted.</param>
    /// <exception cref="ArgumentException">Two lists have different numbers of values.</exception>
    public static CurrentBasedNeurons CubaLeakyIntegrator(
        PerNeuron synapticTimeConstant,
        PerNeuron membraneTimeConstant,
        double timestep,
        PerNeuron? resistance = null,
        PerNeuron? leakPotential = null,
        PerNeuron? inputWeight = null,
        Integrator integrator = Integrator.Euler,
        PerNeuron? current = null)
    {
        PerNeuron approach = Approach(synapticTimeConstant, timestep, integrator);
        return Leak(membraneTimeConstant, timestep, resistance, leakPotential, integrator, current) with
        {
            CurrentDecay = Combine(approach, 0, (g, _) => 1 - g),
            CurrentGain = Combine(approach, inputWeight ?? 1, (g, w) => g * w),
        };
    }

    private static CurrentBasedNeurons Firing(
        CurrentBasedNeurons neurons, PerNeuron threshold, PerNeuron? reset, ResetMode resetMode, int refractory) => neurons with
        {
            Threshold = threshold.ToList(),
            Reset = (reset ?? 0).ToList(),
            ResetMode = resetMode,
            Refractory = [refractory],
        };

    private static CurrentBasedNeurons Leak(
        PerNeuron timeConstant, double timestep, PerNeuron? resistance, PerNeuron? leakPotential, Integrator integrator, PerNeuron? current)
    {
        PerNeuron drive = new(Combine(resistance ?? 1, current ?? 0, (r, i) => r * i));
        PerNeuron approach = Approach(timeConstant, timestep, integrator);
        return new CurrentBasedNeurons
        {
            PotentialDecay = Combine(approach, 0, (g, _) => 1 - g),
            InputGain = Combine(approach, resistance ?? 1, (g, r) => g * r),
            Bias = Combine(approach, new PerNeuron(Combine(leakPotential ?? 0, drive, (leak, d) => leak + d)), (g, steady) => g * steady),
        };
    }

    private static PerNeuron Approach(PerNeuron timeConstant, double timestep, Integrator integrator) =>
        new(Combine(timeConstant, 0, (tau, _) => integrator == Integrator.Euler ? timestep / tau : -double.ExpM1(-timestep / tau)));

    private static double[] Combine(PerNeuron a, PerNeuron b, Func<double, double, double> function)
    {
        if (a.Count != b.Count && a.Count != 1 && b.Count != 1)
        {
            throw new ArgumentException($"Parameters have {a.Count} and {b.Count} values; one value, or the same number, is needed.");
        }

        double[] result = new double[Math.Max(a.Count, b.Count)];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = function(a[i], b[i]);
        }

        return result;
    }
}
