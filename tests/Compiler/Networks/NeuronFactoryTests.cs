using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class NeuronFactoryTests
{
    [Fact]
    public void Euler_steps_follow_the_membrane_equation()
    {
        CurrentBasedNeurons lif = NeuronFactory.Lif(0.02, 0.001, 1.0, resistance: 3.0, leakPotential: 0.5, reset: -0.1, refractory: 4);
        Assert.Equal(0.95, lif.PotentialDecay[0], 1e-12);
        Assert.Equal(0.15, lif.InputGain[0], 1e-12);
        Assert.Equal(0.025, lif.Bias[0], 1e-12);
        Assert.Equal([1.0], lif.Threshold);
        Assert.Equal([-0.1], lif.Reset);
        Assert.Equal([4], lif.Refractory);
        Assert.Equal([0.0], lif.CurrentDecay);
        Assert.Equal([1.0], lif.CurrentGain);
    }

    [Fact]
    public void Exponential_steps_reach_the_closed_form()
    {
        // v(t) = R·x·(1 − exp(−t/τ)) under constant input.
        CurrentBasedNeurons neuron = NeuronFactory.LeakyIntegrator(0.02, 0.001, resistance: 2.0, integrator: Integrator.Exponential);
        double v = 0;
        for (int step = 0; step < 37; step++)
        {
            v = (neuron.PotentialDecay[0] * v) + (neuron.InputGain[0] * 1.5) + neuron.Bias[0];
        }

        Assert.Equal(3.0 * (1 - Math.Exp(-0.037 / 0.02)), v, 1e-12);
        Assert.Equal([double.PositiveInfinity], neuron.Threshold);
    }

    [Fact]
    public void Exported_discrete_networks_come_back_exactly()
    {
        // Exporters of i ← α·i + x, v ← β·v + i write τ = Δt/(1 − decay), r = τ/Δt, w = τs/Δt.
        const double dt = 1e-4, alpha = 0.55, beta = 0.9;
        CurrentBasedNeurons cuba = NeuronFactory.CubaLif(
            dt / (1 - alpha), dt / (1 - beta), dt, 1.0, resistance: 1 / (1 - beta), inputWeight: 1 / (1 - alpha), resetMode: ResetMode.Subtract);
        Assert.Equal(alpha, cuba.CurrentDecay[0], 1e-12);
        Assert.Equal(beta, cuba.PotentialDecay[0], 1e-12);
        Assert.Equal(1.0, cuba.CurrentGain[0], 1e-12);
        Assert.Equal(1.0, cuba.InputGain[0], 1e-12);
        Assert.Equal(ResetMode.Subtract, cuba.ResetMode);
    }

    [Fact]
    public void Without_leak_input_adds_up_without_the_timestep()
    {
        CurrentBasedNeurons neuron = NeuronFactory.IntegrateAndFire(1.0, resistance: 0.5);
        Assert.Equal([1.0], neuron.PotentialDecay);
        Assert.Equal([0.5], neuron.InputGain);
        Assert.Equal([0.0], neuron.Bias);
    }

    [Fact]
    public void Lists_give_every_neuron_its_own_coefficient()
    {
        double[] taus = [0.01, 0.02];
        double[] thresholds = [1.0, 2.0];
        double[] resistances = [1.0, 2.0, 3.0];
        CurrentBasedNeurons lif = NeuronFactory.Lif(taus, 0.001, thresholds, resistance: 4.0);
        Assert.Equal(2, lif.InputGain.Count);
        Assert.Equal(0.4, lif.InputGain[0], 1e-12);
        Assert.Equal(0.2, lif.InputGain[1], 1e-12);
        Assert.Equal([1.0, 2.0], lif.Threshold);
        Assert.Throws<ArgumentException>(() => NeuronFactory.Lif(taus, 0.001, 1.0, resistance: resistances));
    }
}
