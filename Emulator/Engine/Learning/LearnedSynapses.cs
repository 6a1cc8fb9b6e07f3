using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.Emulator.Loop;

namespace Ganglion.Emulator.Learning;

/// <summary>The plastic synapses of a machine, gathered from its cores in the order of logical ids.</summary>
/// <param name="image">What was loaded.</param>
/// <param name="units">All cores, in the order of the image.</param>
internal sealed class LearnedSynapses(ChipImage image, IReadOnlyList<CoreUnit> units)
{
    private readonly Dictionary<string, PlasticOrder> _orders = new(StringComparer.Ordinal);
    private LearnedState? _initial;

    /// <summary>What learning began with; <see langword="null"/> when that was the image.</summary>
    public LearnedState? Loaded { get; private set; }

    /// <summary>The plastic projections.</summary>
    public IReadOnlyList<ProjectionImage> Projections => image.Plastic;

    /// <summary>The synapses of a projection, with their variables of the moment.</summary>
    /// <param name="projection">Name of the projection.</param>
    /// <exception cref="ArgumentException">No projection of this name learns.</exception>
    public PlasticSynapse[] Read(string projection)
    {
        PlasticOrder order = OrderOf(projection);
        short[] weights = Variable(order, RuleTarget.Weight);
        short[] tags = Variable(order, RuleTarget.Tag);
        short[] delays = Variable(order, RuleTarget.Delay);
        var synapses = new PlasticSynapse[order.Count];
        for (int i = 0; i < synapses.Length; i++)
        {
            synapses[i] = new PlasticSynapse(order.Sources[i], order.Targets[i], weights[i], tags[i], delays[i]);
        }

        return synapses;
    }

    /// <summary>The variables of all plastic synapses.</summary>
    /// <param name="timestep">Timesteps that have passed since the beginning or the last loading.</param>
    public LearnedState ReadAll(long timestep)
    {
        _initial ??= LearnedState.Of(image);
        return _initial with
        {
            Timesteps = _initial.Timesteps + timestep,
            Projections =
            [
                .. _initial.Projections.Select(projection => projection with
                {
                    Weights = Variable(OrderOf(projection.Name), RuleTarget.Weight),
                    Tags = NoneIfZero(Variable(OrderOf(projection.Name), RuleTarget.Tag)),
                    Delays = NoneIfZero(Variable(OrderOf(projection.Name), RuleTarget.Delay)),
                }),
            ],
        };
    }

    /// <summary>Sets the variables of all plastic synapses.</summary>
    /// <param name="loaded">The variables; <see langword="null"/> for those of the image.</param>
    /// <exception cref="InvalidInputException">They are out of range, or of another network.</exception>
    public void Load(LearnedState? loaded)
    {
        LearnedState state = loaded ?? LearnedState.Of(image);
        LearnedStateCheck.ThrowIfUnfit(state, image);
        foreach (LearnedProjection projection in state.Projections)
        {
            foreach (PlasticPart part in OrderOf(projection.Name).Parts)
            {
                units[part.Core].Core.LoadPlastic(part.Plastic, part.Scatter(projection.Weights), part.Scatter(projection.Tags), part.Scatter(projection.Delays));
            }
        }

        (_initial, Loaded) = (state, loaded);
    }

    /// <summary>What is to be sampled of a projection.</summary>
    /// <param name="projection">Name of the projection.</param>
    /// <param name="variable">The variable.</param>
    /// <exception cref="ArgumentException">No projection of this name learns.</exception>
    public PlasticProbe Probe(string projection, RuleVariable variable) => new(image, Find(projection), OrderOf(projection), variable);

    private PlasticOrder OrderOf(string projection)
    {
        if (!_orders.TryGetValue(projection, out PlasticOrder? order))
        {
            _orders.Add(projection, order = PlasticOrder.Of(image, Find(projection).Projection));
        }

        return order;
    }

    private ProjectionImage Find(string projection) => image.Plastic.FirstOrDefault(p => p.Name == projection)
        ?? throw new ArgumentException($"No projection '{projection}' learns.", nameof(projection));

    private short[] Variable(PlasticOrder order, RuleTarget variable)
    {
        short[] values = new short[order.Count];
        foreach (PlasticPart part in order.Parts)
        {
            part.Gather(units[part.Core].Core.PlasticVariable(part.Plastic, variable), values);
        }

        return values;
    }

    private static short[] NoneIfZero(short[] values) => values.AsSpan().ContainsAnyExcept((short)0) ? values : [];
}
