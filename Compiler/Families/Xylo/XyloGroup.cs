namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Synapses that share one left shift of their weights.</summary>
internal enum XyloGroup
{
    /// <summary>From input channels to hidden neurons.</summary>
    Input,

    /// <summary>Between hidden neurons.</summary>
    Recurrent,

    /// <summary>From hidden to output neurons.</summary>
    Output,
}
