using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Loihi2;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Odin;
using Ganglion.Cores.TrueNorth;
using Ganglion.Cores.Xylo;

namespace Ganglion.Cores;

/// <summary>The registry of neuron models: makes the core that a model's name asks for.</summary>
public static class CoreFactory
{
    private static readonly Dictionary<string, Func<CoreImage, Core>> Makers = new(StringComparer.Ordinal);

    static CoreFactory()
    {
        Register<LoihiCubaLif>();
        RegisterGraded<AdaptiveThresholdLif>();
        RegisterGraded<CorrectedSigmaDelta>();
        RegisterGraded<Delta>();
        RegisterGraded<GradedReluVector>();
        RegisterGraded<GradedVector>();
        RegisterGraded<InverseSquareRoot>();
        RegisterGraded<NormVector>();
        RegisterGraded<Product>();
        RegisterGraded<ResonateAndFire>();
        RegisterGraded<ResonateAndFireIzhikevich>();
        RegisterGraded<ResonateAndFireZero>();
        RegisterGraded<Sigma>();
        RegisterGraded<SigmaDelta>();
        Makers.Add(OdinCore.Model, image => new OdinCore(image));
        Makers.Add(TrueNorthLif.Name, image => new CrossbarCore(image));
        Makers.Add(XyloCore.Model, image => new XyloCore(image));
    }

    /// <summary>Names of all neuron models.</summary>
    public static IReadOnlyCollection<string> Models => Makers.Keys;

    /// <summary>Makes a core from its image.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The model is not known, or the image's columns do not fit it.</exception>
    public static Core Create(CoreImage image) =>
        Makers.TryGetValue(image.Model, out Func<CoreImage, Core>? make)
            ? make(image)
            : throw new ArgumentException($"Unknown neuron model '{image.Model}'; known: {string.Join(", ", Makers.Keys)}.");

    private static void Register<TModel>()
        where TModel : struct, INeuronModel<TModel> =>
        Makers.Add(TModel.Name, image => new Core<TModel>(image));

    private static void RegisterGraded<TModel>()
        where TModel : struct, IGradedModel<TModel> =>
        Makers.Add(
            TModel.Name,
            image => VectorLanes.IsSupported ? new GradedCore<TModel, VectorLanes>(image) : new GradedCore<TModel, ScalarLane>(image));
}
