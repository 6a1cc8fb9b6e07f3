using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.LavaDl;
using PureHDF;

namespace Ganglion.Compiler.Tests.LavaDl;

/// <summary>Writes <c>.net</c> files for tests.</summary>
internal sealed class LavaDlNetworkFile
{
    private readonly H5Group _layers = [];
    private H5Group _last = [];

    /// <summary>Adds a layer of CUBA neurons, or without neurons.</summary>
    public LavaDlNetworkFile Layer(string type, params (string Name, object Value)[] datasets)
    {
        _last = new H5Group { ["type"] = new[] { type } };
        foreach ((string dataset, object value) in datasets)
        {
            _last[dataset] = value;
        }

        if (type != "flatten")
        {
            _last["neuron"] = new H5Group { ["type"] = "CUBA", ["iDecay"] = 1024L, ["vDecay"] = 128L, ["vThMant"] = 40L, ["refDelay"] = 1L };
        }

        _layers[$"{_layers.Count}"] = _last;
        return this;
    }

    /// <summary>Changes the neurons of the last layer.</summary>
    public LavaDlNetworkFile Neuron(string name, object value)
    {
        ((H5Group)_last["neuron"])[name] = value;
        return this;
    }

    /// <summary>Writes the file and imports it.</summary>
    public NetworkImport Import(LavaDlOptions? options = null)
    {
        string path = Write();
        try
        {
            return LavaDlReader.ReadFile(path, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes the file and expects a refusal with one finding.</summary>
    public Diagnostic Refusal(LavaDlOptions? options = null) =>
        Assert.Single(Assert.Throws<InvalidInputException>(() => Import(options)).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Writes the file to a new temporary path.</summary>
    public string Write()
    {
        string path = Path.GetTempFileName();
        new H5File { ["layer"] = _layers, ["simulation"] = new H5Group { ["Ts"] = 1L } }.Write(path);
        return path;
    }
}
