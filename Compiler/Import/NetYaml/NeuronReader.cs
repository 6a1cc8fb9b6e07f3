using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons in physical units.</summary>
internal sealed class NeuronReader
{
    private static readonly string[] Models = ["lif", "cubaLif", "if", "li", "cubaLi"];

    private readonly YamlMapping _mapping;
    private readonly int _count;
    private readonly double? _timestep;
    private readonly string _model;

    private NeuronReader(YamlMapping mapping, int count, double? timestep)
    {
        (_mapping, _count, _timestep) = (mapping, count, timestep);
        _model = mapping.Required("model").AsChoice(Models);
    }

    private bool Fires => _model is "lif" or "cubaLif" or "if" or "";

    private bool Leaks => _model is not "if";

    private bool HasSynapticCurrent => _model is "cubaLif" or "cubaLi" or "";

    /// <summary>Reads the neurons of a population of some size.</summary>
    public static CurrentBasedNeurons Read(YamlMapping mapping, int count, double? timestep) => new NeuronReader(mapping, count, timestep).Read();

    private CurrentBasedNeurons Read()
    {
        PerNeuron tauMembrane = TimeConstant("tauMembrane", Leaks);
        PerNeuron tauSynapse = TimeConstant("tauSynapse", HasSynapticCurrent);
        PerNeuron leak = Value("leakPotential", Leaks, 0);
        PerNeuron inputWeight = Value("inputWeight", HasSynapticCurrent, 1);
        PerNeuron resistance = Value("resistance", true, 1);
        PerNeuron current = Value("current", true, 0);
        PerNeuron threshold = Fires ? Of(_mapping.Required("threshold"), 1) : Value("threshold", false, double.PositiveInfinity);
        PerNeuron reset = Value("reset", Fires, 0);
        PerNeuron initial = Value("initialPotential", true, 0);
        ResetMode resetMode = Allowed("resetMode", Fires)?.AsEnum<ResetMode>() ?? ResetMode.ToValue;
        IReadOnlyList<int> refractory = Allowed("refractory", Fires)?.AsIntegers(_count) ?? [1];
        Integrator integrator = Allowed("integrator", Leaks)?.AsEnum<Integrator>() ?? Integrator.Euler;
        _mapping.RejectUnknownKeys();
        if (Leaks && _timestep is null && _model.Length > 0)
        {
            _mapping.Report(NetYamlDiagnostics.TimestepMissing, $"the model '{_model}', whose time constants are in seconds, in a network without a timestep", "'timestep: …' at the top");
        }

        // Lists whose lengths disagree have been reported; there is nothing to compute from them.
        int[] counts = [tauMembrane.Count, tauSynapse.Count, leak.Count, inputWeight.Count, resistance.Count, current.Count];
        if (counts.Any(n => n != 1 && n != _count))
        {
            return new CurrentBasedNeurons();
        }

        double dt = _timestep ?? 1;
        CurrentBasedNeurons neurons = _model switch
        {
            "if" => NeuronFactory.IntegrateAndFire(threshold, resistance, current: current),
            "lif" or "li" => NeuronFactory.LeakyIntegrator(tauMembrane, dt, resistance, leak, integrator, current),
            _ => NeuronFactory.CubaLeakyIntegrator(tauSynapse, tauMembrane, dt, resistance, leak, inputWeight, integrator, current),
        };
        return neurons with
        {
            Threshold = threshold.ToList(),
            Reset = reset.ToList(),
            ResetMode = resetMode,
            Refractory = refractory,
            InitialPotential = initial.ToList(),
        };
    }

    private PerNeuron TimeConstant(string key, bool isOfModel)
    {
        if (!isOfModel || _model.Length == 0)
        {
            Allowed(key, isOfModel);
            return 1;
        }

        return _mapping.Required(key) is { IsAbsent: false } node ? node.AsPerNeuron(_count, item => item.AsPositive()) : 1;
    }

    private PerNeuron Value(string key, bool isOfModel, double fallback) => Of(Allowed(key, isOfModel), fallback);

    private PerNeuron Of(YamlNode? node, double fallback) => node is { IsAbsent: false } ? node.AsPerNeuron(_count) : fallback;

    private YamlNode? Allowed(string key, bool isOfModel)
    {
        YamlNode? node = _mapping.Optional(key);
        if (node is not null && !isOfModel)
        {
            node.Report(NetYamlDiagnostics.NotOfModel, $"key '{key}' with the model '{_model}'", remedy: "remove it, or choose another model");
            return null;
        }

        return node;
    }
}
